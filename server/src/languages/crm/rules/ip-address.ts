import { defineRule } from '../../../core/lint/rule';
import type { Fix } from '../../../core/workspace/unit';
import { attributesOf, type CrmModel } from '../model';
import { isTemplated } from '../parser/references';
import type { Attribute } from '../statement';

export const ipAddress = defineRule<CrmModel>()({
  id: 'crm/ip-address',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['primitive', 'rsc_template'],
  docs: {
    en: 'IPaddr2 takes the address alone; the length of the network’s prefix goes into cidr_netmask, as a number. Anything else makes the start fail. Without cidr_netmask each node takes the prefix from its routing table, and they may differ.',
    ja: 'IPaddr2 の ip にはアドレスだけを書き、プレフィックス長は数値で cidr_netmask に書く。それ以外では起動に失敗する。cidr_netmask がないと、各ノードが経路表からプレフィックスを決めるため、ノードにより異なることがある。',
  },
  messages: {
    prefix: {
      en: 'The prefix length goes into cidr_netmask={length}.',
      ja: 'プレフィックス長は cidr_netmask={length} に書くこと。',
    },
    invalid: { en: '{value} is no IP address.', ja: '{value} は IP アドレスではない。' },
    dotted: { en: 'cidr_netmask is a number: {length}.', ja: 'cidr_netmask は数値で書く（{length}）。' },
    missing: {
      en: 'Without cidr_netmask each node works out the prefix by itself.',
      ja: 'cidr_netmask がないと、各ノードが個別にプレフィックスを決める。',
    },
  },
  examples: {
    bad: [
      'primitive v IPaddr2 params ip=192.0.2.10/24\n',
      'primitive v IPaddr2 params ip=192.0.2.300 cidr_netmask=24\n',
      'primitive v IPaddr2 params ip=192.0.2.10 cidr_netmask=255.255.255.0\n',
      'primitive v IPaddr2 params ip=192.0.2.10\n',
    ],
    good: [
      'primitive v IPaddr2 params ip=192.0.2.10 cidr_netmask=24\n',
      'primitive v IPaddr2 params ip=2001:db8::10 cidr_netmask=64\n',
      'primitive v IPaddr2 params ip=$VIP cidr_netmask=24\n',
    ],
  },
  source: 'resource-agents 4.12, ocf:heartbeat:IPaddr2, ip_init and ip_validate',
  check({ model: { statement, agent } }, { report }) {
    if (agent?.row.id !== 'ocf:heartbeat:IPaddr2' || !statement) return;
    const params = attributesOf(statement, 'params');
    const mask = params.find(({ name }) => name === 'cidr_netmask');
    for (const ip of params.filter(({ name }) => name === 'ip')) checkAddress(ip, mask, report);
    const bits = dottedLength(bare(mask?.value));
    if (mask?.valueSpan && bits !== undefined) {
      const { valueSpan } = mask;
      report('dotted', valueSpan, { args: { length: bits }, fixes: () => [replace(valueSpan, String(bits))] });
    }
  },
});

function checkAddress(
  ip: Attribute,
  mask: Attribute | undefined,
  report: (message: string, span: { start: number; end: number }, options?: object) => void,
): void {
  const value = bare(ip.value);
  if (!ip.valueSpan || value === '' || isTemplated(value) || /[$@{<“”„″]/.test(value)) return;
  const { valueSpan } = ip;
  const [address = '', length] = value.split('/');
  if (length !== undefined)
    report('prefix', valueSpan, {
      args: { length },
      fixes: () => (mask ? [replace(valueSpan, address)] : [replace(valueSpan, `${address} cidr_netmask=${length}`)]),
    });
  else if (!isAddress(value)) report('invalid', valueSpan, { args: { value } });
  else if (!mask && !value.includes(':')) report('missing', ip.nameSpan, { severity: 'hint' });
}

const bare = (value: string | undefined): string => (value ?? '').replace(/^["']|["']$/g, '');

const isAddress = (value: string): boolean =>
  /^\d{1,3}(?:\.\d{1,3}){3}$/.test(value)
    ? value.split('.').every((part) => Number(part) <= 255)
    : /^[0-9a-f:]*:[0-9a-f:.]*(?:%[\w.-]+)?$/i.test(value);

/** The prefix length of a dotted netmask; undefined if it is none. */
function dottedLength(mask: string): number | undefined {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(mask)) return undefined;
  const bits = mask
    .split('.')
    .map((part) => Number(part).toString(2).padStart(8, '0'))
    .join('');
  return /^1*0*$/.test(bits) ? bits.replaceAll('0', '').length : undefined;
}

const replace = (span: { start: number; end: number }, newText: string): Fix => ({
  title: { en: `Write ${newText}`, ja: `${newText} と書く` },
  safe: false,
  edits: [{ span, newText }],
});
