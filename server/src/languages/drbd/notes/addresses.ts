import { own } from '../../../base/maps';
import { code, escapeMarkdown, paragraphs } from '../../../base/markdown';
import { addressKey, isLoopback } from '../model/resource';
import { itemAt, type NoteContext, sectionRound, valueLinks } from './context';

const families: Readonly<Record<string, readonly [en: string, ja: string]>> = {
  ipv4: ['IPv4 over TCP', 'IPv4（TCP）'],
  ipv6: ['IPv6 over TCP', 'IPv6（TCP）'],
  ssocks: ['SuperSockets of Dolphin adapters', 'Dolphin 社の SuperSockets'],
  sci: ['SuperSockets of Dolphin adapters, by their old name', 'Dolphin 社の SuperSockets（旧名）'],
  sdp: ['Sockets Direct Protocol over InfiniBand', 'InfiniBand の Sockets Direct Protocol'],
};

/** The family in front of an address. */
export function familyNote({ text, t }: NoteContext): string {
  const [en, ja] = own(families, text) ?? [code(text), code(text)];
  return `${code(text)} — ${t(en, ja)}`;
}

/** An address or its port: whose it is, how it is reached, and who else has it. */
export function addressNote(context: NoteContext): string {
  const { t, text, slot } = context;
  const address = itemAt(context)?.address;
  const host = hostRound(context);
  const family = address?.family?.text ?? 'ipv4';
  const [en, ja] = own(families, family) ?? [code(family), code(family)];
  const port = address?.port && escapeMarkdown(address.port.text);
  const whose = host === undefined ? '' : t(` of ${host}`, `${host} の`);
  const head =
    slot.kind === 'port'
      ? t(
          `${code(text)} — the port${whose} for this resource; each resource needs one of its own`,
          `${code(text)} — ${host === undefined ? '' : `${host} が`}このリソースで使うポート。リソースごとに別の番号が必要`,
        )
      : t(`${code(text)} — the address${whose} for replication`, `${code(text)} — ${whose}レプリケーション用アドレス`);
  return paragraphs(
    head,
    t(
      `${en}${port === undefined ? '' : `, port ${port}`}. The firewall has to let it through.`,
      `${ja}${port === undefined ? '' : `、ポート ${port}`}。ファイアウォールで許可しておく。`,
    ),
    address &&
      isLoopback(address) &&
      t('The host itself: a proxy on it, or a test.', 'ホスト自身を指す（同じホスト上のプロキシやテスト用）。'),
    sharers(context),
  );
}

function hostRound(context: NoteContext): string | undefined {
  const section = sectionRound(context, 'on', 'floating', 'stacked', 'this-host', 'proxy-on');
  const item = itemAt(context);
  const end = item?.kind === 'endpoint' ? item.args[0]?.text : undefined;
  if (end !== undefined) return code(end);
  if (!section) return undefined;
  if (section.kind === 'stacked')
    return context.t(
      `the node that runs ${code(section.args[0]?.text ?? '')}`,
      `${code(section.args[0]?.text ?? '')} が動作しているノード`,
    );
  const names = section.args.filter(({ text, kind }) => kind === 'string' || text !== 'on');
  return names.map(({ text }) => code(text)).join(', ') || undefined;
}

/** Other resources with the same address and port. */
function sharers(context: NoteContext): string | undefined {
  const address = itemAt(context)?.address;
  const key = address && addressKey(address);
  if (!key) return undefined;
  const own = context.path[0]?.args[0]?.text;
  const others = context.around.lookup('drbd.address', key).filter(({ entry }) => entry.value !== own);
  if (others.length === 0) return undefined;
  const links = valueLinks(context, others);
  return context.t(`Also used by ${links}.`, `同じアドレスの使用元: ${links}`);
}

/** The number of a node. */
export function nodeIdNote(context: NoteContext): string {
  const { text, t } = context;
  const host = hostRound(context);
  return t(
    `${code(text)} — the number${host === undefined ? '' : ` of ${host}`} in this resource. The meta data on all hosts hold it, so it stays.`,
    `${code(text)} — このリソースでの${host === undefined ? '' : ` ${host} の`}番号。各ホストのメタデータに記録されるので、変更しない。`,
  );
}
