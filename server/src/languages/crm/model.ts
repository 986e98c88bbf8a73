import { type Entry, readSuppression, type UnitModel } from '../../core/model/entries';
import type { Parsed } from '../../core/workspace/unit';
import type { AgentFact, CrmFacts } from './facts';
import { mentionsIn } from './mentions';
import { readerInComment } from './reader';
import type { Attribute, CrmParsed, Statement } from './statement';
import { uniqueValues } from './unique-values';
import { scopeInComment } from './whole';

/** What a logical line says. */
export interface CrmModel extends UnitModel {
  readonly parsed: CrmParsed;
  readonly statement: Statement | undefined;
  /** The agent of a primitive or template; undefined if there is none, or it is unknown (yet). */
  readonly agent: AgentFact | undefined;
  readonly facts: CrmFacts;
}

/** Works out what a line declares, names and sets. `parsed` is one that this language made. */
export function analyseCrm(text: string, parsed: Parsed, facts: CrmFacts): CrmModel {
  const crm = parsed as CrmParsed;
  const { statement } = crm;
  const suppression =
    crm.shape === 'comment'
      ? readSuppression(text.trim(), crm.root.children.find(({ kind }) => kind === 'comment') ?? crm.root)
      : undefined;
  const agent = facts.agent(statement?.agent?.value);
  return {
    parsed: crm,
    statement,
    ...(statement && { kind: statement.kind }),
    agent,
    facts,
    suppressions: suppression
      ? [{ ...suppression, span: { start: suppression.span.start, end: suppression.span.end } }]
      : [],
    entries: withWhole(crm, text, [
      ...crm.entries,
      ...(crm.shape === 'comment' ? saidMarks(text) : []),
      ...drbdNames(statement),
      ...drbdDevices(statement),
      ...volumeGroups(statement),
      ...uniqueValues(statement, agent),
      ...guestNodes(statement),
      ...moreNodes(statement),
      ...ban(statement),
      ...thresholds(statement),
      ...service(statement),
      ...exported(statement),
      ...measured(statement),
      ...mentionsIn(crm, text),
    ]),
  };
}

/** `# linux-ha: crm reader load` says who reads the file, `# linux-ha: crm scope fragment` what it describes. */
function saidMarks(comment: string): Entry[] {
  const text = comment.trim();
  const start = comment.length - comment.trimStart().length;
  const span = { start, end: start + text.length };
  const mark = (namespace: string, value: string | undefined): Entry[] =>
    value === undefined ? [] : [{ namespace, name: '*', role: 'mark', span, value }];
  return [...mark('crm.reader-said', readerInComment(text)), ...mark('crm.scope-said', scopeInComment(text))];
}

/** Declarations know the whole of their statement, for "peek definition" and the like. */
function withWhole({ statement }: CrmParsed, text: string, entries: readonly Entry[]): Entry[] {
  const whole = statement && { start: statement.keyword.start, end: text.trimEnd().length };
  return entries.map((entry) => (whole && entry.role === 'declaration' ? { ...entry, whole } : entry));
}

/** `drbd_resource=r0` names a resource of the other language. */
function drbdNames(statement: Statement | undefined): Entry[] {
  const named = statement?.agent?.value.endsWith(':drbd')
    ? attributesOf(statement, 'params').filter(({ name }) => name === 'drbd_resource')
    : [];
  return named.flatMap(({ value, valueSpan: span }): Entry[] =>
    value && span
      ? [
          { namespace: 'drbd.resource', name: value, role: 'reference', span },
          { namespace: 'drbd.managed', name: '*', role: 'mark', span, value },
        ]
      : [],
  );
}

/** `device=/dev/drbd0` uses a volume of the other language. */
function drbdDevices(statement: Statement | undefined): Entry[] {
  if (statement?.kind !== 'primitive') return [];
  return attributesOf(statement, 'params').flatMap(({ value, valueSpan }) =>
    value?.startsWith('/dev/drbd') && valueSpan
      ? [{ namespace: 'drbd.device-use', name: value, role: 'mark' as const, span: valueSpan }]
      : [],
  );
}

/** The node attribute that a measuring agent writes: `name=`, else what the agent calls it. */
function measured(statement: Statement | undefined): Entry[] {
  const type =
    statement?.kind === 'primitive'
      ? /(?:^|:)(ping|pingd|ethmonitor|diskd)$/.exec(statement.agent?.value ?? '')?.[1]
      : undefined;
  if (!statement?.agent || type === undefined) return [];
  const params = attributesOf(statement, 'params');
  const said = params.find(({ name }) => name === 'name')?.value?.replace(/["']/g, '');
  const nic = params.find(({ name }) => name === 'interface')?.value?.replace(/["']/g, '');
  const value = said ?? (type === 'ethmonitor' ? `ethmonitor-${nic ?? ''}` : type === 'diskd' ? 'diskd' : 'pingd');
  return [{ namespace: 'crm.measures', name: '*', role: 'mark', span: statement.agent, value }];
}

/** Any migration-threshold, of one resource or of all. */
const thresholds = (statement: Statement | undefined): Entry[] =>
  (statement?.sets ?? [])
    .filter(({ kind }) => kind === 'meta' || kind === 'rsc_defaults')
    .flatMap(({ attributes }) => attributes.filter(({ name }) => name === 'migration-threshold'))
    .slice(0, 1)
    .map(({ nameSpan: span }): Entry => ({ namespace: 'crm.migration-threshold', name: '*', role: 'mark', span }));

/** `fsid=1` of an NFS export, with its directory. */
function exported(statement: Statement | undefined): Entry[] {
  if (!statement || !/(?:^|:)exportfs$/.test(statement.agent?.value ?? '')) return [];
  const params = attributesOf(statement, 'params');
  const directory = params.find(({ name }) => name === 'directory')?.value;
  return params.flatMap(({ name, value, valueSpan: span }): Entry[] =>
    name === 'fsid' && value && span
      ? [
          {
            namespace: 'crm.fsid',
            name: value,
            role: 'mark',
            span,
            ...(directory !== undefined && { value: directory }),
          },
        ]
      : [],
  );
}

/** What clients reach over an address. */
const service = (statement: Statement | undefined): Entry[] =>
  statement?.kind === 'primitive' &&
  statement.agent &&
  /(?:^|:)(?:apache|nginx|pgsql|mysql|mariadb|nfsserver|tomcat|oracle|db2|named|squid|haproxy|postfix|exportfs|iSCSITarget)$/.test(
    statement.agent.value,
  )
    ? [{ namespace: 'crm.service', name: '*', role: 'mark', span: statement.agent }]
    : [];

/** `remote-node=web1`: a container or virtual machine that is a node too. */
const guestNodes = (statement: Statement | undefined): Entry[] =>
  statement?.kind === 'primitive'
    ? attributesOf(statement, 'meta').flatMap(({ name, value, valueSpan: span }): Entry[] =>
        name === 'remote-node' && value && span
          ? [{ namespace: 'crm.remote-node', name: value, role: 'mark', span }]
          : [],
      )
    : [];

/** Something that makes nodes which no statement names: a guest, a remote node. */
const moreNodes = (statement: Statement | undefined): Entry[] =>
  statement?.agent && (/^(?:ocf:)?pacemaker:remote$/.test(statement.agent.value) || guestNodes(statement).length > 0)
    ? [{ namespace: 'crm.more-nodes', name: '*', role: 'mark', span: statement.agent }]
    : [];

/** A node that a location bans something from: `-inf: n1`, or a rule that holds there only. */
const ban = (statement: Statement | undefined): Entry[] => {
  if (statement?.kind !== 'location') return [];
  const { keyword: span, node, score, rules } = statement;
  const isBan = (written: string | undefined) => /^-inf/i.test(written ?? '');
  const banned = rules.flatMap((rule) =>
    isBan(rule.score) ? rule.expressions.flatMap((one) => (one.kind === 'comparison' ? [one.value] : [])) : [],
  );
  if (node && isBan(score?.text)) banned.push(node.name);
  return banned.map((name) => ({ namespace: 'crm.ban', name, role: 'mark', span }));
};

/** `vgname=vg0` brings a volume group up, which a DRBD resource may lie on. */
const volumeGroups = (statement: Statement | undefined): Entry[] =>
  /(?:^|:)LVM(?:-activate)?$/.test(statement?.agent?.value ?? '') && statement
    ? attributesOf(statement, 'params').flatMap(({ name, value, valueSpan: span }): Entry[] =>
        (name === 'vgname' || name === 'volgrpname') && value && span
          ? [{ namespace: 'crm.volume-group', name: value, role: 'mark', span }]
          : [],
      )
    : [];

/** All attributes of the sets of a kind. */
export const attributesOf = (statement: Statement, kind: string): Attribute[] =>
  statement.sets.filter((set) => set.kind === kind).flatMap(({ attributes }) => attributes);
