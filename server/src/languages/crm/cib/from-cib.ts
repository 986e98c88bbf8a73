import { type CrmFacts, noCrmFacts } from '../facts';
import { Ids } from './ids';
import { CibObjects } from './objects';
import { newestSchema, schemaTraits } from './schema';
import { equalUnordered, likeness, takeIds } from './show/equal';
import { type ShownObject, shownObjects } from './show/objects';
import { ownIds } from './show/own-ids';
import { onLines, onOneLine, type Printed, print } from './show/print';
import { type RereadContext, reread, resolve } from './show/reread';
import type { ShowContext } from './show/words';
import { exactXml, showXml } from './show/xml-statement';
import { descendants, type XmlElement } from './xml';

export interface FromCibOptions {
  /**
   * `show`: what `crm configure show` of crmsh 4.4.1 prints, values of passwords too.
   * `exact`: text that gives the same CIB again when it is loaded into an empty cluster, as far as crm's syntax can say it:
   * the order of the CIB within each kind, and each id that crmsh would not give out itself.
   */
  readonly style: 'show' | 'exact';
  /** What agents there are says which one a type alone means; without it always heartbeat's. */
  readonly facts?: CrmFacts;
  /** The schema where the CIB does not say it. */
  readonly schema?: string;
}

/** Why there is no text: the element is no CIB. */
export interface NoCib {
  readonly problem: 'no CIB';
  readonly element: string;
}

/** crm text for a `<cib>` or a `<configuration>`; ends with a line end. See `FromCibOptions` and docs/differences.md. */
export function fromCib(cib: XmlElement, { style, facts = noCrmFacts, schema }: FromCibOptions): string | NoCib {
  if (cib.tag !== 'cib' && cib.tag !== 'configuration') return { problem: 'no CIB', element: cib.tag };
  const shown = shownObjects(cib);
  const objects = new CibObjects();
  for (const { id, node } of shown) objects.add({ id, tag: node.tag, node });
  const nodeNames = shown
    .flatMap(({ node }) => (node.tag === 'node' ? [node.attributes.get('uname') ?? ''] : []))
    .sort();
  const traits = schemaTraits(schema ?? cib.attributes.get('validate-with') ?? newestSchema);
  const context = { objects, nodeNames, facts, schema: traits };
  const statements = style === 'show' ? showAll(shown, context) : exactAll(shown, context);
  return statements.map((statement) => `${statement}\n`).join('');
}

/**
 * As crmsh does it: every object is printed, read again and compared; what is not the same then is printed as XML (crmsh
 * 4.4.1, crmsh/cibconfig.py, cli_use_validate). Ids that any such text refers to are printed.
 */
function showAll(shown: readonly ShownObject[], context: RereadContext): string[] {
  const referred = new Map<string, string>();
  const printing: ShowContext = {
    exact: false,
    saysId: ({ tag, attributes }) => referred.get(attributes.get('id') ?? '') === tag,
    nodeNames: context.nodeNames,
  };
  const reading = { ...context, referred, ids: new Ids() };
  const sayable = new Set(shown.filter((object) => survives(object, print(object, printing), reading)));
  return shown
    .toSorted((one, other) => one.rank - other.rank || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0))
    .map((object) => {
      const printed = sayable.has(object) ? print(object, printing) : undefined;
      return printed ? onLines(printed) : showXml(object.node);
    });
}

/** What crmsh remembers while it reads objects again. */
interface Reading extends RereadContext {
  readonly referred: Map<string, string>;
  readonly ids: Ids;
}

function survives({ node, origin }: ShownObject, printed: Printed | undefined, reading: Reading): boolean {
  const read = printed && reread(onOneLine(printed), reading);
  if (!read) return false;
  for (const below of descendants(read)) noteReference(below, below === read, reading.referred);
  takeIds(read, origin, reading.ids);
  resolve(read, reading);
  return equalUnordered(node, read);
}

/**
 * What crmsh remembers of a reference: the word that it stood under. It looks ids up by the element, so those of params and
 * meta, whose words are others, are never found (crmsh 4.4.1, crmsh/cibconfig.py, is_id_refd).
 */
function noteReference({ tag, attributes }: XmlElement, isRoot: boolean, referred: Map<string, string>): void {
  const used = attributes.get('id-ref');
  if (used === undefined || tag === 'nvpair') return;
  const sameWord = isRoot || tag === 'rule' || tag === 'operations' || tag === 'utilization';
  referred.set(used, sameWord ? tag : '');
}

function exactAll(shown: readonly ShownObject[], context: RereadContext): string[] {
  const own = ownIds(shown);
  const printing: ShowContext = { exact: true, saysId: (element) => own.has(element), nodeNames: context.nodeNames };
  return shown.map((object) => exactStatement(object, printing, context));
}

function exactStatement(object: ShownObject, printing: ShowContext, context: RereadContext): string {
  const { node, origin } = object;
  const printed = print(object, printing);
  const words = printed && { text: onLines(printed), like: whatItGives(onOneLine(printed), node, printing, context) };
  if (words?.like === 'equal') return words.text;
  const wrapper = node.tag === 'meta_attributes' ? origin.tag : undefined;
  return words?.like === 'but for comments' && !canSayComments(node) ? words.text : exactXml(node, wrapper);
}

function whatItGives(text: string, node: XmlElement, { saysId }: ShowContext, context: RereadContext) {
  const read = reread(text, context);
  if (!read) return 'different';
  resolve(read, context);
  return likeness(read, node, saysId);
}

/** Comments in XML come back if they are plain ASCII on one line. */
function canSayComments(node: XmlElement): boolean {
  for (const { children } of descendants(node))
    for (const child of children) if ('comment' in child && !/^[ -~]*$/.test(child.comment)) return false;
  return true;
}
