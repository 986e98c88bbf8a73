import { defineRule } from '../../../core/lint/rule';
import { type Address, isTemplate, walk } from '../ast';
import type { DrbdModel } from '../model';

export const addressValues = defineRule<DrbdModel>()({
  id: 'drbd/address-values',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'drbdadm does not look into addresses: a number above 255 is only noticed when the connection fails. Link-local addresses of IPv6 need the interface behind a per cent sign. Ports below 1024 and from 32768 on are used by others; the usual ones are 7788 to 7799.',
    ja: 'drbdadm はアドレスの中身を検査せず、255 を超える数字は接続に失敗して初めて分かる。IPv6 のリンクローカルアドレスには「%」に続けてインターフェース名が必要である。1024 未満と 32768 以上のポートは他でも使われるため、通常は 7788～7799 を使う。',
  },
  messages: {
    octet: { en: '{ip} is no IPv4 address.', ja: '{ip} は IPv4 アドレスではない。' },
    scope: {
      en: 'A link-local address needs its interface: {ip}%eth0.',
      ja: 'リンクローカルアドレスにはインターフェースが必要である（{ip}%eth0）。',
    },
    low: { en: 'Ports below 1024 belong to other services.', ja: '1024 未満のポートは他のサービス用である。' },
    high: {
      en: 'The kernel gives ports from 32768 on to others at will.',
      ja: '32768 以上のポートは、カーネルが他の通信に自動で割り当てることがある。',
    },
  },
  examples: {
    bad: [
      'resource r0 {\n  on a { address 10.0.0.300:7788; }\n}\n',
      'resource r0 {\n  on a { address 10.0.0.1:80; }\n}\n',
    ],
    good: [
      'resource r0 {\n  on a { address 10.0.0.1:7788; }\n}\n',
      'resource r0 {\n  on a { address ipv6 [fe80::1%eth0]:7788; }\n}\n',
    ],
  },
  source: 'https://linbit.com/man/v9/drbd-conf-5/, address',
  check({ model: { items } }, { report }) {
    for (const { address } of walk(items)) if (address) check(address, report);
  },
});

function check(
  { ip, port, family }: Address,
  report: (message: string, span: { start: number; end: number }, options?: object) => void,
): void {
  if (
    ip &&
    !isTemplate(ip) &&
    /^\d+(?:\.\d+){3}$/.test(ip.text) &&
    ip.text.split('.').some((part) => Number(part) > 255)
  )
    report('octet', ip.span, { args: { ip: ip.text } });
  const bare = ip?.text.replace(/^\[|\]$/g, '') ?? '';
  if (ip && family?.text === 'ipv6' && /^fe80:/i.test(bare) && !bare.includes('%'))
    report('scope', ip.span, { args: { ip: bare } });
  const number = Number(port?.text);
  if (port && number > 0 && number < 1024) report('low', port.span, { severity: 'information' });
  if (port && number >= 32768) report('high', port.span, { severity: 'hint' });
}
