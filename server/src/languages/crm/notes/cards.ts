import { own } from '../../../base/maps';
import { code, escapeMarkdown, facts as factTable, paragraphs, table } from '../../../base/markdown';
import type { Found } from '../../../core/workspace/unit';
import type { Operation, Statement } from '../statement';
import { seconds } from '../values';
import { constraintWords } from './constraints';
import { listed, type NoteContext, nameLink, placeLink, statementOf, usesOf } from './context';
import { metaRows } from './meta';

type Asked = Omit<NoteContext, 'slot' | 'span' | 'text'>;

/** Words for kinds of statements, as they stand in a heading. */
export const kindNames: Readonly<Record<string, readonly [en: string, ja: string]>> = {
  primitive: ['resource', 'リソース'],
  rsc_template: ['resource template', 'リソーステンプレート'],
  group: ['group', 'グループ'],
  clone: ['clone', 'クローン'],
  ms: ['promotable clone', 'プロモータブルクローン'],
  bundle: ['container bundle', 'コンテナバンドル'],
  location: ['location constraint', '配置制約'],
  colocation: ['colocation constraint', '同居制約'],
  order: ['order constraint', '順序制約'],
  rsc_ticket: ['ticket constraint', 'チケット制約'],
  tag: ['tag', 'タグ'],
  node: ['node', 'ノード'],
  role: ['ACL role', 'ACL ロール'],
  user: ['ACL user', 'ACL ユーザー'],
  acl_target: ['ACL user', 'ACL ユーザー'],
  acl_group: ['ACL group', 'ACL グループ'],
  alert: ['alert', 'アラート'],
  fencing_topology: ['fencing topology', 'フェンシングトポロジー'],
};

export const kindName = ({ t }: Pick<NoteContext, 't'>, kind: string): string => {
  const [en, ja] = own(kindNames, kind) ?? [kind, kind];
  return t(en, ja);
};

const constraints = new Set(['location', 'colocation', 'order', 'rsc_ticket']);
const containers = new Set(['group', 'clone', 'ms', 'bundle']);

/** What a resource is, what it is part of, what is asked of it. `found`: where it is declared. */
export function resourceCard(context: Asked, name: string, found: Found, namespace: string): string {
  const { t } = context;
  const statement = statementOf(found);
  const uses = usesOf(context, namespace, name).filter(({ entry }) => entry.role === 'reference');
  const chain = containersOf(context, uses);
  return paragraphs(
    heading(context, name, found.entry.value ?? '', statement),
    statement?.description && `*${escapeMarkdown(statement.description)}*`,
    factTable([
      [t('Part of', '所属'), chain.map((link) => link.shown).join(' → ')],
      [t('Holds', 'メンバー'), statement && membersOf(context, statement)],
      [t('Containers', 'コンテナ'), statement?.kind === 'bundle' ? containerLine(statement) : undefined],
      [t('Template', 'テンプレート'), statement?.template && templateLink(context, statement.template.name)],
      ['DRBD', statement && drbdLink(context, statement)],
      [t('Used by', '使用元'), otherUses(context, uses)],
    ]),
    statement && operationsLine(context, operationsOf(context, statement)),
    constraintList(context, uses, chain),
    metaTable(context, name, found),
  );
}

function heading(context: Asked, name: string, kind: string, statement: Statement | undefined): string {
  const isPromotable =
    kind === 'clone' && statement && /^(?:true|yes|on|1|y)$/i.test(metaValue(statement, 'promotable') ?? '');
  const what = kindName(context, isPromotable ? 'ms' : kind);
  const type = statement?.agent?.value ?? (statement?.template && templateOf(context, statement)?.agent?.value);
  const agent = type !== undefined && code(type);
  return `**${code(name)}** — ${[what, agent].filter(Boolean).join(' ')}`;
}

/** The statement of the template that a resource is made from. */
function templateOf(context: Asked, { template }: Statement): Statement | undefined {
  const found = template && context.around.declarations('crm.template', template.name)[0];
  return found && statementOf(found);
}

const metaValue = (statement: Statement, wanted: string): string | undefined =>
  statement.sets
    .filter(({ kind }) => kind === 'meta')
    .flatMap(({ attributes }) => attributes)
    .find(({ name }) => name === wanted)?.value;

/** A container with how it is shown, and where it is used itself. */
interface Link {
  readonly name: string;
  readonly shown: string;
  readonly found: Found;
  readonly uses: readonly Found[];
}

/** The groups and clones round a resource, inner before outer. */
function containersOf(context: Asked, uses: readonly Found[], depth = 0): Link[] {
  const found = uses.find(({ entry }) => containers.has(entry.value ?? ''));
  const name = found && statementOf(found)?.name?.text;
  if (!found || name === undefined || depth > 3) return [];
  const outer = usesOf(context, 'crm.resource', name).filter(({ entry }) => entry.role === 'reference');
  const shown = `${kindName(context, found.entry.value ?? '')} ${nameLink(context, name, found)}`;
  return [{ name, shown, found, uses: outer }, ...containersOf(context, outer, depth + 1)];
}

function membersOf(context: Asked, statement: Statement): string | undefined {
  if (!containers.has(statement.kind) && statement.kind !== 'tag') return undefined;
  const names = statement.members.map(({ name }) =>
    nameLink(context, name, context.around.declarations('crm.resource', name)[0]),
  );
  return listed(context, names, 12) || undefined;
}

/** What runs in a bundle: its engine with its image and the like. */
function containerLine({ sets }: Statement): string | undefined {
  const set = sets.find(({ kind }) => kind === 'docker' || kind === 'podman' || kind === 'rkt');
  const said = (set?.attributes ?? []).map(({ name, value }) => code(`${name}=${value ?? ''}`));
  return set && [set.kind, ...said].join(' ');
}

const templateLink = (context: Asked, name: string): string =>
  nameLink(context, name, context.around.declarations('crm.template', name)[0]);

function drbdLink(context: Asked, statement: Statement): string | undefined {
  const name = statement.sets
    .filter(({ kind }) => kind === 'params')
    .flatMap(({ attributes }) => attributes)
    .find((attribute) => attribute.name === 'drbd_resource')?.value;
  const found = name === undefined ? undefined : context.around.declarations('drbd.resource', name)[0];
  return name !== undefined && found ? placeLink(context, name, found) : undefined;
}

/** A resource's own operations and those of its template that it does not have itself. */
function operationsOf(context: Asked, statement: Statement): readonly Operation[] {
  const own = new Set(statement.operations.map(({ name }) => name?.value));
  const handed = templateOf(context, statement)?.operations ?? [];
  return [...statement.operations, ...handed.filter(({ name }) => !own.has(name?.value))];
}

/** `start ≤ 60s, monitor every 20s ≤ 40s`: what the resource is asked to do, and how long it may take. */
function operationsLine(context: Asked, operations: readonly Operation[]): string | undefined {
  const shown = operations.flatMap(({ name, attributes }) => {
    if (!name) return [];
    const value = (wanted: string) => attributes.find((attribute) => attribute.name === wanted)?.value;
    const [interval, timeout, role] = [value('interval'), value('timeout'), value('role')];
    const isRepeated = interval !== undefined && (seconds(interval) ?? 1) > 0;
    const every = isRepeated && escapeMarkdown(context.t(`every ${interval}`, `${interval} ごと`));
    const limit = timeout && `≤ ${escapeMarkdown(timeout)}`;
    const said = [code(name.value), every, limit, role && `(${escapeMarkdown(role)})`];
    return [said.filter(Boolean).join(' ')];
  });
  return shown.length > 0 ? `${context.t('Operations:', 'オペレーション:')} ${shown.join(', ')}` : undefined;
}

function otherUses(context: Asked, uses: readonly Found[]): string | undefined {
  const others = uses.filter(({ entry }) => !constraints.has(entry.value ?? '') && !containers.has(entry.value ?? ''));
  const shown = others.slice(0, most).map((use) => {
    const name = statementOf(use)?.name?.text;
    const kind = kindName(context, use.entry.value ?? '');
    return name === undefined ? kind : `${kind} ${nameLink(context, name, use)}`;
  });
  const more = others.length - shown.length;
  if (more > 0) shown.push(context.t(`${more} more`, `ほか ${more} 件`));
  return [...new Set(shown)].join(', ') || undefined;
}

/** Most constraints that a card shows. */
const most = 8;

/** What constraints ask of a resource, and of the groups and clones that it is in. */
function constraintList(context: Asked, own: readonly Found[], chain: readonly Link[]): string {
  const seen = new Set<string>();
  const lines: string[] = [];
  let hidden = 0;
  for (const { uses, via } of [
    { uses: own, via: undefined },
    ...chain.map((link) => ({ uses: link.uses, via: link })),
  ]) {
    for (const use of uses) {
      const statement = constraints.has(use.entry.value ?? '') ? statementOf(use) : undefined;
      const id = statement?.name?.text;
      if (!statement || id === undefined || seen.has(id)) continue;
      seen.add(id);
      if (lines.length >= most) hidden++;
      else lines.push(constraintLine(context, statement, id, use, via));
    }
  }
  if (hidden > 0) lines.push(context.t(`- … and ${hidden} more`, `- … ほか ${hidden} 件`));
  return lines.join('\n');
}

function constraintLine(context: Asked, statement: Statement, id: string, use: Found, via: Link | undefined): string {
  const [sentence] = constraintWords(statement, context.t);
  const of = via ? context.t(` (by ${code(via.name)})`, `（${code(via.name)} 経由）`) : '';
  return `- ${nameLink(context, id, use)}${of}: ${sentence ?? kindName(context, statement.kind)}`;
}

function metaTable(context: Asked, name: string, found: Found): string | undefined {
  if (!statementOf(found) || found.entry.value === 'tag') return undefined;
  const rows = metaRows(context, name);
  if (rows.length === 0) return undefined;
  return table(
    [context.t('Meta attribute', 'メタ属性'), context.t('Value', '値'), context.t('From', '設定元')],
    rows.map((row) => [code(row.name), code(row.value), row.from]),
  );
}
