import type { RuleContext } from '../../../core/lint/rule';
import type { Unit } from '../../../core/workspace/unit';
import { type Item, members } from '../ast';
import type { DrbdModel } from '../model';
import type { ResourceView } from '../model/resource';

/** The resources of a unit that a crm file near by has Pacemaker manage. */
export const managedResources = (unit: Unit<DrbdModel>, { nearby }: RuleContext): ResourceView[] =>
  unit.model.resources.filter(({ name }) => name !== undefined && nearby.lookup('drbd.resource', name.text).length > 0);

/** The `common` section of the configuration. */
export function commonSection(context: RuleContext): Item | undefined {
  const [found] = context.declarations('drbd.common', 'common');
  return (found?.unit.model as DrbdModel | undefined)?.items.find(({ kind }) => kind === 'common');
}

/**
 * An option as it counts for a resource: the last one of its own, else of `common`. What only a connection or a host
 * says is looked at too: any of them counts.
 */
export function optionOf(
  resource: Item,
  common: Item | undefined,
  sections: readonly string[],
  name: string,
): { readonly item: Item; readonly own: boolean } | undefined {
  const own = optionsIn(resource, sections, name).at(-1);
  if (own) return { item: own, own: true };
  const inherited = common && optionsIn(common, sections, name).at(-1);
  return inherited && { item: inherited, own: false };
}

const optionsIn = (section: Item, sections: readonly string[], name: string): Item[] => [
  ...members(section, ...sections)
    .flatMap((inner) => members(inner, 'option'))
    .filter(({ keyword }) => keyword.text === name),
  ...members(section, 'connection', 'mesh', 'on').flatMap((inner) => optionsIn(inner, sections, name)),
];

/** Whether the crm files near by switch fencing off; undefined where they do not say. */
export function stonithEnabled({ nearby }: RuleContext): boolean | undefined {
  const said = ['stonith-enabled', 'fencing-enabled'].flatMap((name) => nearby.lookup('crm.property', name)).at(-1);
  if (said) return !/^["']?(?:false|no|off|n|0)["']?$/i.test(said.entry.value ?? '');
  return nearby.has('crm.fencing', 'device') ? true : undefined;
}
