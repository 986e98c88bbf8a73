import { code, paragraphs } from '../../../base/markdown';
import { type Locale, speak } from '../../../base/text';
import type { Fact } from '../../../core/facts/types';
import type { SlotNotes } from '../../../core/features/slot';
import { isTemplated } from '../parser/references';
import type { SlotKind } from '../slot-kinds';
import type { Rule } from '../statement';
import { permissionAt, permissionWords, specWords } from './access';
import { agentNote } from './agents';
import { unknownAttribute } from './attributes';
import { resourceCard } from './cards';
import type { NoteContext } from './context';
import { topologyWords } from './fencing';
import { argumentNote, constraintText, newNameNote, referenceNote } from './names';
import { operationAt, operationNote } from './operations';
import { ruleWords } from './rules';
import { scoreWords } from './scores';
import { templated, valueWords } from './values';
import { textNote, wordNote } from './words';

/** What can be said of a word beyond its facts. Names from the file are shown literally. */
export function notesFor(asked: Omit<NoteContext, 'locale' | 't'>, facts: readonly Fact[], locale: Locale): SlotNotes {
  const context = { ...asked, locale, t: speak(locale) };
  const { lead, more } = notes(context, facts[0]);
  return { ...(lead && { lead: [closed(lead)] }), ...(more && { more: [closed(more)] }) };
}

/** No blank between a wide parenthesis and what goes on in kana. */
const closed = (text: string): string => text.replace(/） (?=[\u3041-\u309f])/g, '）');

interface Parts {
  readonly lead?: string | undefined;
  readonly more?: string | undefined;
}

/** Narrows a context to the slot that it is about. */
const as = <K extends SlotKind['kind']>(context: NoteContext, _kind: K): NoteContext<Extract<SlotKind, { kind: K }>> =>
  context as NoteContext<Extract<SlotKind, { kind: K }>>;

function notes(context: NoteContext, fact: Fact | undefined): Parts {
  const { slot } = context;
  switch (slot.kind) {
    case 'statement':
      return { lead: fact ? statementNote(context) : unknownStatement(context) };
    case 'new-id':
      return { lead: newNameNote(as(context, 'new-id')) };
    case 'reference':
      return { lead: referenceNote(as(context, 'reference')) };
    case 'agent':
      return { more: agentNote(context) };
    case 'operation-name':
      return { lead: operationNote(context) };
    case 'score':
      return { lead: scoreNote(context, fact) };
    case 'attribute-name':
      return fact ? {} : { lead: unknownAttribute(as(context, 'attribute-name')) };
    case 'attribute-value':
      return attributeValue(as(context, 'attribute-value'), fact);
    case 'words':
      return wordParts(context, fact);
    case 'value':
    case 'text':
      return { lead: isTemplated(context.text) ? templated(context) : textNote(context) };
    case 'command-argument':
      return { lead: argumentNote(context) };
  }
}

function attributeValue(
  context: NoteContext<Extract<SlotKind, { kind: 'attribute-value' }>>,
  fact: Fact | undefined,
): Parts {
  const words = valueWords(context, fact);
  if (fact) return { lead: words };
  return context.slot.owner.set === 'date' ? { lead: words } : { lead: words, more: unknownAttribute(context) };
}

/** A first word that begins no statement. */
const unknownStatement = (context: NoteContext): string =>
  isTemplated(context.text)
    ? templated(context)
    : context.t(
        `**${code(context.text)}** — no statement of crm. If the line goes on from the one above, that one lacks its backslash.`,
        `**${code(context.text)}** — crm の文ではない。上の行の続きなら、その行末のバックスラッシュが抜けている。`,
      );

/** What the statement that a keyword begins says here. */
function statementNote(context: NoteContext): string | undefined {
  const { unit, around } = context;
  const { statement } = unit.model;
  if (!statement) return undefined;
  if (statement.kind === 'fencing_topology') return topologyWords(context);
  const words = constraintText(statement, context.t);
  if (words !== '') return words;
  const name = statement.name?.text;
  const isResource = ['group', 'clone', 'ms', 'bundle'].includes(statement.kind);
  const here =
    name === undefined || !isResource
      ? undefined
      : around.declarations('crm.resource', name).find((found) => found.unit === unit);
  return name !== undefined && here ? resourceCard(context, name, here, 'crm.resource') : undefined;
}

/** The rule that a word stands in: the last one that begins in front of it. */
function ruleAt({ unit, span }: NoteContext): Rule | undefined {
  const { statement } = unit.model;
  const rules = [...(statement?.rules ?? []), ...(statement?.sets ?? []).flatMap((set) => set.rules)];
  return rules.filter(({ head }) => head.start <= span.start).sort((a, b) => b.head.start - a.head.start)[0];
}

function ruleNote(context: NoteContext): string | undefined {
  const rule = ruleAt(context);
  if (!rule) return undefined;
  const { statement } = context.unit.model;
  if (statement?.rules.includes(rule)) return constraintText(statement, context.t);
  const when = ruleWords(rule, context.t);
  return when && context.t(`When this set counts: ${when}.`, `この設定が有効になる条件: ${when}。`);
}

function scoreNote(context: NoteContext, fact: Fact | undefined): string | undefined {
  const { statement } = context.unit.model;
  const inRule = ruleAt(context);
  const said = inRule ? ruleNote(context) : statement && constraintText(statement, context.t);
  const text = context.text.replace(/:$/, '');
  if (isTemplated(text)) return templated(context);
  if (fact) return said;
  const { t } = context;
  const words =
    scoreWords(text, t) ??
    (/^[A-Za-z]/.test(text)
      ? t(`The node's attribute ${code(text)} gives the points.`, `ノード属性 ${code(text)} の値が点数になる。`)
      : t(`${code(text)} is not a score.`, `${code(text)} はスコアではない。`));
  return paragraphs(`**${code(text)}** — ${words}`, said);
}

function wordParts(context: NoteContext, fact: Fact | undefined): Parts {
  const { slot, text } = context;
  if (slot.kind !== 'words') return {};
  const word = text.toLowerCase();
  if (slot.category === 'acl') return aclNote(context, fact);
  if (slot.category === 'operator' || slot.category === 'date' || word === 'rule')
    return { lead: ruleNote(context) ?? wordNote(context, fact) };
  if (slot.category === 'order-kind') return { lead: scoreOrKind(context) };
  if (word === 'op') return { lead: operationAt(context) && operationNote(context) };
  return { lead: wordNote(context, fact) };
}

const scoreOrKind = ({ unit, t }: NoteContext): string | undefined =>
  unit.model.statement && constraintText(unit.model.statement, t);

function aclNote(context: NoteContext, fact: Fact | undefined): Parts {
  const permission = permissionAt(context);
  if (permission && /^(?:read|write|deny)$/i.test(context.text)) return { lead: permissionWords(context, permission) };
  const spec = permission?.specs.find((other) => other === context.text || other.startsWith(`${context.text}:`));
  if (spec !== undefined) return { lead: `${code(spec)} — ${specWords(spec, context.t)}` };
  return { lead: fact ? undefined : wordNote(context, fact) };
}
