import { code, facts as factTable, paragraphs } from '../../../base/markdown';
import type { Found } from '../../../core/workspace/unit';
import { isTemplated } from '../parser/references';
import type { SlotKind } from '../slot-kinds';
import type { Statement } from '../statement';
import { idNamespace } from '../symbols';
import { permissionWords } from './access';
import { kindName, resourceCard } from './cards';
import { constraintWords } from './constraints';
import { listed, type NoteContext, nameLink, placeLink, statementOf, usesOf, valueLinks } from './context';
import { fencingLevels, levelOf } from './fencing';
import { templated } from './values';

/** What a new name stands for. */
export function newNameNote(context: NoteContext<Extract<SlotKind, { kind: 'new-id' }>>): string | undefined {
  const name = context.text.replace(/:$/, '');
  if (isTemplated(name)) return templated(context);
  const namespace = idNamespace(context.slot.of);
  const here = context.around.declarations(namespace, name).find(({ unit }) => unit === context.unit);
  return here ? nameNote(context, namespace, name, here) : `**${code(name)}** — ${kindName(context, context.slot.of)}`;
}

/** What a name that is used here stands for. */
export function referenceNote(context: NoteContext<Extract<SlotKind, { kind: 'reference' }>>): string {
  const { slot, text, around } = context;
  for (const namespace of slot.namespaces) {
    const found = around.declarations(namespace, text)[0];
    if (found) return paragraphs(levelOf(context), nameNote(context, namespace, text, found));
  }
  return isTemplated(text) ? templated(context) : undeclared(context, slot.namespaces[0] ?? '', text);
}

function nameNote(context: NoteContext, namespace: string, name: string, found: Found): string {
  switch (namespace) {
    case 'crm.node':
    case 'drbd.host':
      return nodeCard(context, name);
    case 'crm.constraint':
      return constraintCard(context, name, found);
    case 'crm.ticket':
      return ticketCard(context, name);
    case 'crm.set-id':
      return setCard(context, name, found);
    case 'crm.role':
    case 'crm.user':
      return accessCard(context, namespace, name, found);
    case 'drbd.resource':
      return context.t(
        `DRBD resource ${placeLink(context, name, found)}`,
        `DRBD リソース ${placeLink(context, name, found)}`,
      );
    default:
      return resourceCard(context, name, found, namespace);
  }
}

/** A name that no known file declares. */
function undeclared({ t }: NoteContext, namespace: string, name: string): string {
  if (namespace === 'crm.node' || namespace === 'drbd.host')
    return t(
      `**${code(name)}** — a node; no statement here is about it`,
      `**${code(name)}** — ノード。このノードについての文はない`,
    );
  if (namespace === 'crm.set-id')
    return t(
      `**${code(name)}** — no set or rule here has this name`,
      `**${code(name)}** — この名前の設定やルールはない`,
    );
  return t(`**${code(name)}** — no statement here declares it`, `**${code(name)}** — ここでは定義されていない`);
}

/** Most statements that a card shows. */
const most = 8;

function nodeCard(context: NoteContext, name: string): string {
  const { around, t } = context;
  const [node] = around.declarations('crm.node', name);
  const statement = node && statementOf(node);
  const hosts = around.declarations('drbd.host', name);
  const attributes = (kind: string): string =>
    (statement?.sets ?? [])
      .filter((set) => set.kind === kind)
      .flatMap((set) => set.attributes)
      .map((attribute) => code(`${attribute.name}=${attribute.value ?? ''}`))
      .join(', ');
  const uses = usesOf(context, 'crm.node', name).filter(({ entry }) => entry.role === 'reference');
  const lines = uses.slice(0, most).flatMap((use) => {
    const constraint = statementOf(use);
    const id = constraint?.name?.text;
    const [words] = constraint ? constraintWords(constraint, t) : [];
    return words && id !== undefined ? [`- ${nameLink(context, id, use)}: ${words}`] : [];
  });
  const more = uses.length - most;
  if (more > 0) lines.push(t(`- … and ${more} more`, `- … ほか ${more} 件`));
  const levels = fencingLevels(context, name);
  return paragraphs(
    `**${code(name)}** — ${t('node', 'ノード')}${statement?.nodeType ? ` (${code(statement.nodeType)})` : ''}`,
    factTable([
      [t('Id', 'ID'), statement?.nodeId === undefined ? undefined : code(statement.nodeId)],
      [t('Attributes', '属性'), attributes('attributes')],
      [t('Capacity', '使用属性'), attributes('utilization')],
      [t('Fencing', 'フェンシング'), levels],
      [t('DRBD resources', 'DRBD リソース'), valueLinks(context, hosts)],
    ]),
    [...new Set(lines)].join('\n'),
  );
}

/** A constraint as a sentence. */
export function constraintCard(context: NoteContext, name: string, found: Found): string {
  const statement = statementOf(found);
  return paragraphs(
    `**${code(name)}** — ${kindName(context, found.entry.value ?? '')}`,
    statement && constraintText(statement, context.t),
  );
}

/** Several sentences as a list, one as it is. */
export const sentences = (words: readonly string[]): string =>
  words.length > 1 ? words.map((sentence) => `- ${sentence}`).join('\n') : (words[0] ?? '');

/** A constraint in full: several rules as a list, anything else as one paragraph. */
export function constraintText(statement: Statement, t: NoteContext['t']): string {
  const words = constraintWords(statement, t);
  return statement.rules.length > 0 ? sentences(words) : words.join(t(' ', ''));
}

function ticketCard(context: NoteContext, name: string): string {
  const { around, t } = context;
  const lines = around.declarations('crm.ticket', name).flatMap((found) => {
    const statement = statementOf(found);
    const [words] = statement ? constraintWords(statement, t) : [];
    return statement?.name && words ? [`- ${nameLink(context, statement.name.text, found)}: ${words}`] : [];
  });
  return paragraphs(
    t(
      `**${code(name)}** — a ticket: the right of a site to run something, which Booth moves between sites`,
      `**${code(name)}** — チケット: サイトがリソースを動かす権利。Booth がサイト間で移す`,
    ),
    lines.slice(0, 8).join('\n'),
  );
}

function setCard(context: NoteContext, name: string, found: Found): string {
  const { t } = context;
  const owner = statementOf(found);
  const uses = usesOf(context, 'crm.set-id', name).filter(({ entry }) => entry.role === 'reference');
  const shown = uses.flatMap((use) => {
    const statement = statementOf(use);
    return statement?.name ? [nameLink(context, statement.name.text, use)] : [];
  });
  return paragraphs(
    `**${code(name)}** — ${t('name of a set or rule', '設定（属性の集まり）またはルールの ID')}`,
    factTable([
      [t('Set at', '定義元'), owner?.name && nameLink(context, owner.name.text, found)],
      [t('Also used by', '参照元'), listed(context, [...new Set(shown)])],
    ]),
  );
}

function accessCard(context: NoteContext, namespace: string, name: string, found: Found): string {
  const statement = statementOf(found);
  const users = usesOf(context, namespace, name).filter(({ entry }) => entry.role === 'reference');
  const shown = users.flatMap((use) => {
    const user = statementOf(use)?.name;
    return user ? [nameLink(context, user.text, use)] : [];
  });
  const rights = (statement?.permissions ?? []).map((permission) => permissionWords(context, permission));
  const { t } = context;
  return paragraphs(
    `**${code(name)}** — ${kindName(context, found.entry.value ?? '')}`,
    factTable([
      [t('Given to', '付与先'), listed(context, shown)],
      [
        t('Roles', 'ロール'),
        listed(
          context,
          (statement?.members ?? []).map((member) => code(member.name)),
        ),
      ],
    ]),
    rights.map((right) => `- ${right}`).join('\n'),
  );
}

const namespaces = ['crm.resource', 'crm.node', 'crm.constraint', 'crm.template', 'crm.tag', 'crm.role', 'crm.user'];

/** What a command is given: a name of the configuration, or just a word. */
export function argumentNote(context: NoteContext): string {
  const { text, around, t, unit } = context;
  for (const namespace of namespaces) {
    const found = around.declarations(namespace, text)[0];
    if (found) return nameNote(context, namespace, text, found);
  }
  const command = unit.model.parsed.words[0]?.value ?? '';
  return t(`${code(text)} — given to ${code(command)}`, `${code(text)} — ${code(command)} に渡す引数`);
}
