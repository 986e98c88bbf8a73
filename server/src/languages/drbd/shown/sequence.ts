import type { Surroundings } from '../../../core/language';
import type { Entry } from '../../../core/model/entries';
import type { Step } from '../../../core/model/shown';
import type { SymbolOf } from '../../../core/model/symbols';
import type { Found } from '../../../core/workspace/unit';
import type { DrbdModel } from '../model';

const namespace = 'drbd.resource';

/** What a resource waits for (`resync-after`) or stands on (`stacked-on-top-of`), and what does so with it. */
export function drbdSequence(
  { name, namespaces }: SymbolOf,
  direction: 'before' | 'after',
  around: Surroundings,
): readonly Step[] {
  if (!namespaces.includes(namespace)) return [];
  return direction === 'before' ? before(name, around) : after(name, around);
}

const before = (name: string, around: Surroundings): Step[] =>
  around.declarations(namespace, name).flatMap((own) =>
    referencesIn(own).flatMap((entry) => {
      const [found] = around.declarations(namespace, entry.name);
      return found && entry.name !== name ? [step(found, { ...own, entry })] : [];
    }),
  );

const after = (name: string, around: Surroundings): Step[] =>
  around.lookup(namespace, name).flatMap((said) => {
    const user = said.entry.role === 'reference' ? said.unit.entries.find(isDeclaration) : undefined;
    return user && user.name !== name ? [step({ ...said, entry: user }, said)] : [];
  });

const isDeclaration = (entry: Entry): boolean => entry.namespace === namespace && entry.role === 'declaration';

const referencesIn = ({ unit }: Found): readonly Entry[] =>
  unit.entries.filter((entry) => entry.namespace === namespace && entry.role === 'reference');

const step = (found: Found, said: Found): Step => ({ found, detail: wordOf(said), said, saidAt: said.entry.span });

/** The statement that says so. */
function wordOf({ unit, entry: { span } }: Found): string {
  const { text = '' } = unit.model as Partial<DrbdModel>;
  return /(stacked-on-top-of|resync-after|after)\s+"?$/.exec(text.slice(0, span.start))?.[1] ?? '';
}
