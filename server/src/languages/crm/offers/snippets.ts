import type { Text } from '../../../base/text';
import type { Offer } from '../../../core/features/slot';
import type { ActionRow } from '../agent-row';
import type { CrmFacts } from '../facts';
import type { SetOwner } from '../slot-kinds';
import { type Cursor, endsHere } from './cursor';

const requiredText: Text = {
  en: 'All parameters without which the agent does not work.',
  ja: 'エージェントに必須のパラメータすべて。',
};

/** `ip=… nic=…`: the parameters that an agent needs and that do not stand there yet, in one go. */
export function requiredParameters(owner: SetOwner, { facts }: Cursor): Offer[] {
  if (owner.set !== 'params' || owner.statement !== 'primitive' || owner.template !== undefined) return [];
  const missing = (facts.agent(owner.agent)?.row.parameters ?? []).filter(
    ({ name, required, default: usual, deprecated }) =>
      required && !deprecated && usual === undefined && !owner.present.has(name),
  );
  if (missing.length < 2) return [];
  const body = missing.map(({ name }, i) => `${name}=\${${i + 1}}`).join(' ');
  return [{ kind: 'snippet', label: missing.map(({ name }) => `${name}=`).join(' '), body, text: requiredText }];
}

const lineText: Text = {
  en: 'The operation with the times that the agent’s authors advise.',
  ja: 'エージェントの作者が推奨する時間を付けたオペレーション。',
};

/** Whole operations with the advised values. `before` is written in front: `op `, where the word is not there yet. */
export function operationLines(facts: CrmFacts, agent: string | undefined, before: string): Offer[] {
  const rows = facts.agent(agent)?.actions ?? [];
  return rows.flatMap((row): Offer[] => {
    if (!clusterActions.has(row.name) || (row.timeout === undefined && row.interval === undefined)) return [];
    const label = `${before}${row.name} ${pairsOf(row).join(' ')}`;
    return [{ kind: 'snippet', label, body: label, text: lineText }];
  });
}

/** Actions that the cluster itself runs. */
const clusterActions = new Set(
  'start stop monitor promote demote notify migrate_to migrate_from reload reload-agent'.split(' '),
);

const pairsOf = ({ interval, timeout, role }: ActionRow): string[] =>
  Object.entries({ interval: interval ?? '0s', timeout, role }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${value}`],
  );

interface StatementSnippet {
  readonly label: string;
  readonly body: string;
  readonly text: Text;
  /** Statements of this kind stand once in a file. */
  readonly only?: string;
}

/** A tab stop with what stands there at first, in VS Code's snippet notation. */
const stop = (number: number, text: string): string => `\${${number}:${text}}`;

/** A tab stop with words to choose from, the first of which stands there at first. */
const choice = (number: number, words: string): string => `\${${number}|${words}|}`;

/** Whole statements to fill in. With the placeholders left as they are crm reads them. */
const statements: readonly StatementSnippet[] = [
  {
    label: 'primitive …',
    body: `primitive ${stop(1, 'rsc')} ${stop(2, 'ocf:heartbeat:Dummy')} \\\\\n\top start interval=0s timeout=${stop(3, '20s')} \\\\\n\top stop interval=0s timeout=${stop(4, '20s')} \\\\\n\top monitor interval=${stop(5, '10s')} timeout=${stop(6, '20s')}$0`,
    text: { en: 'A resource with its operations.', ja: 'リソースとそのオペレーション。' },
  },
  {
    label: 'group …',
    body: `group ${stop(1, 'grp')} ${stop(2, 'rsc1')} ${stop(3, 'rsc2')}$0`,
    text: { en: 'Resources that start in order on one node.', ja: '同じノードで順に起動するリソース。' },
  },
  {
    label: 'clone …',
    body: `clone ${stop(1, 'cln')} ${stop(2, 'rsc')} \\\\\n\tmeta interleave=${choice(3, 'true,false')}$0`,
    text: { en: 'A resource on several nodes at once.', ja: '複数のノードで同時に動くリソース。' },
  },
  {
    label: 'clone … promotable',
    body: `clone ${stop(1, 'ms')} ${stop(2, 'rsc')} \\\\\n\tmeta promotable=true promoted-max=1 clone-max=${stop(3, '2')} notify=true interleave=true$0`,
    text: { en: 'A clone of which one instance is promoted.', ja: '1 つのインスタンスが昇格するクローン。' },
  },
  {
    label: 'location …',
    body: `location ${stop(1, 'loc')} ${stop(2, 'rsc')} ${stop(3, '100')}: ${stop(4, 'node1')}$0`,
    text: { en: 'A preference for a node.', ja: 'ノードに対する優先度。' },
  },
  {
    label: 'location … rule',
    body: `location ${stop(1, 'loc')} ${stop(2, 'rsc')} rule ${stop(3, '-inf')}: not_defined ${stop(4, 'pingd')} or ${stop(4, 'pingd')} lt ${stop(5, '1')}$0`,
    text: { en: 'Keeps a resource off nodes without network.', ja: 'ネットワークが切れたノードを避ける。' },
  },
  {
    label: 'colocation …',
    body: `colocation ${stop(1, 'col')} ${stop(2, 'inf')}: ${stop(3, 'rsc')} ${stop(4, 'with-rsc')}$0`,
    text: { en: 'The first runs where the second does.', ja: '前者を後者と同じノードで動かす。' },
  },
  {
    label: 'order …',
    body: `order ${stop(1, 'ord')} ${choice(2, 'Mandatory,Optional,Serialize')}: ${stop(3, 'first')} ${stop(4, 'then')}$0`,
    text: { en: 'The first starts before the second.', ja: '前者を後者より先に起動する。' },
  },
  {
    label: 'property …',
    body: `property \\\\\n\tno-quorum-policy=${choice(1, 'stop,freeze,ignore,demote,suicide')} \\\\\n\tstonith-enabled=${choice(2, 'true,false')}$0`,
    text: { en: 'Options of the cluster.', ja: 'クラスタのオプション。' },
    only: 'property',
  },
  {
    label: 'fencing_topology …',
    body: `fencing_topology \\\\\n\t${stop(1, 'node1')}: ${stop(2, 'st1')} ${stop(3, 'st2')}$0`,
    text: { en: 'The order of fence devices for a node.', ja: 'ノードに対するフェンスデバイスの順序。' },
    only: 'fencing_topology',
  },
];

/** Statements as snippets, on a line of their own. */
export function statementSnippets(cursor: Cursor): Offer[] {
  if (!endsHere(cursor)) return [];
  const isThere = (kind: string): boolean => (cursor.around.own?.lookup('crm.kind', kind) ?? []).length > 0;
  // A second set of the same name is refused.
  const fitting = statements.filter(({ only }) => only === undefined || !isThere(only));
  return fitting.map(({ label, body, text }) => ({ kind: 'snippet', label, body, text }));
}
