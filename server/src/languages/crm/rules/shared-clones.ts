import type { RuleContext } from '../../../core/lint/rule';
import type { Fix, Unit } from '../../../core/workspace/unit';
import { type Configuration, containersOf, declarationOf, membersOf, type Placed } from '../effective/configuration';
import { attributesOf, type CrmModel } from '../model';
import type { Statement } from '../statement';

/** What is written for a boolean that holds (pacemaker 2.1.5, lib/common/strings.c, crm_str_to_boolean). */
export const isTrue = (value: string | undefined): boolean => /^["']?(?:true|on|yes|y|1)["']?$/i.test(value ?? '');

/** What is written for a boolean that does not hold. */
export const isFalse = (value: string | undefined): boolean => /^["']?(?:false|off|no|n|0)["']?$/i.test(value ?? '');

/** A value of a set of a statement; undefined if it is not written. */
export const writtenIn = (statement: Statement, set: string, ...names: string[]): string | undefined =>
  attributesOf(statement, set).find(({ name }) => names.includes(name))?.value;

export const isCloneStatement = ({ kind }: Statement): boolean => kind === 'clone' || kind === 'ms';

/** Whether a clone has a promoted role. */
export const isPromotable = (statement: Statement): boolean =>
  statement.kind === 'ms' || isTrue(writtenIn(statement, 'meta', 'promotable'));

/** The primitives in a clone or group, with where they are declared. */
export function primitivesIn(configuration: Configuration, statement: Statement): Placed[] {
  return statement.members.flatMap(({ name }) => {
    const declared = declarationOf(configuration, name);
    if (declared?.statement.kind === 'primitive') return [declared];
    return membersOf(configuration, name).flatMap((member) => {
      const inner = declarationOf(configuration, member);
      return inner?.statement.kind === 'primitive' ? [inner] : [];
    });
  });
}

/** The clone round a resource; undefined if there is none. */
export const cloneRound = (configuration: Configuration, name: string): Placed | undefined =>
  containersOf(configuration, name).find(({ statement }) => isCloneStatement(statement));

/** The type of a primitive without its class and provider: `drbd`, `Filesystem`. */
export const typeOf = ({ agent }: Statement): string => agent?.value.replace(/^.*:/, '') ?? '';

/** The repair that gives a resource a meta attribute; `other`: where the resource stands in another unit of the file. */
export function addMeta(unit: Unit<CrmModel>, name: string, value: string, other?: Unit): Fix {
  const target = (other ?? unit) as Unit<CrmModel>;
  const { statement } = target.model;
  const set = statement?.sets.find(({ kind, attributes }) => kind === 'meta' && attributes.length > 0);
  const at = set?.attributes.at(-1)?.word.end ?? target.text.trimEnd().length;
  const newText = set ? ` ${name}=${value}` : ` meta ${name}=${value}`;
  return {
    title: { en: `Add ${name}=${value}`, ja: `${name}=${value} を追加` },
    safe: false,
    edits: [{ span: { start: at, end: at }, newText, ...(other && { unit: other }) }],
  };
}

/** The unit of a declaration, if it is in the file that is looked at: only that can be repaired. */
export const ownUnit = ({ found }: Placed): Unit | undefined => (found.uri === undefined ? found.unit : undefined);

/** The first property of one of these names that is set. */
export const propertyOf = (context: RuleContext, ...names: string[]): string | undefined =>
  names.flatMap((name) => context.lookup('crm.property', name).map(({ entry }) => entry.value)).at(-1);
