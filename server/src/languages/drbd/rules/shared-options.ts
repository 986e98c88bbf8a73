import type { RuleContext } from '../../../core/lint/rule';
import type { Severity, Unit } from '../../../core/workspace/unit';
import { type Item, isTemplate, members } from '../ast';
import type { DrbdModel } from '../model';
import type { ResourceView } from '../model/resource';
import { commonSection } from './shared-cluster';

/** An option as it counts for a section. */
export interface Setting {
  /** `yes` for a flag without a value, `no` for `no-…`. */
  readonly value: string;
  readonly item: Item;
  /** It stands in the section itself; else in `common`. */
  readonly own: boolean;
}

/** A `resource` or `common` section, and what is set for it. */
export interface Scope {
  readonly item: Item;
  /** Undefined: it is `common`. */
  readonly resource: ResourceView | undefined;
  get(section: string, name: string): Setting | undefined;
}

/** The sections of a unit that options hold for. What is templated is unknown, and its section is left out. */
export function scopesOf(unit: Unit<DrbdModel>, context: RuleContext): Scope[] {
  const scopes: Scope[] = [];
  for (const item of unit.model.items) {
    if (item.kind !== 'resource' && item.kind !== 'common') continue;
    const common = item.kind === 'common' ? undefined : commonSection(context);
    const resource = unit.model.resources.find((one) => one.item === item);
    if (resource?.incomplete) continue;
    scopes.push({
      item,
      resource,
      get: (section, name) => settingOf(item, section, name) ?? notOwn(common && settingOf(common, section, name)),
    });
  }
  return scopes;
}

const notOwn = (setting: Setting | undefined): Setting | undefined => setting && { ...setting, own: false };

function settingOf(section: Item, inner: string, name: string): Setting | undefined {
  // DRBD 9 has fencing in net, 8.x in disk; 8.x has the protocol beside net.
  const places = name === 'fencing' ? ['net', 'disk'] : [inner];
  const options = [
    ...(name === 'protocol' ? members(section, 'option') : []),
    ...members(section, ...places, 'syncer').flatMap((one) => members(one, 'option')),
    ...members(section, 'connection', 'mesh', 'on', 'volume').flatMap((one) =>
      members(one, ...places).flatMap((deep) => members(deep, 'option')),
    ),
  ].filter(({ keyword }) => keyword.text === name || keyword.text === `no-${name}`);
  const item = options.at(-1);
  if (!item || isTemplate(item.args[0])) return undefined;
  const value = item.keyword.text.startsWith('no-') ? 'no' : (item.args[0]?.text ?? 'yes');
  return { value, item, own: true };
}

/** A number with a suffix, in the option's own unit; undefined if it is none. */
export function numberOf(setting: Setting | undefined): number | undefined {
  const [, digits, suffix = ''] = /^(\d+)([skmgtSKMGT]?)$/.exec(setting?.value ?? '') ?? [];
  if (digits === undefined) return undefined;
  const power = { '': 0, s: 0, k: 1, m: 2, g: 3, t: 4 }[suffix.toLowerCase()] ?? 0;
  return Number(digits) * 1024 ** power;
}

/** Reports at the value of a setting, where it stands in the section; settings of `common` are told there. */
export function at(
  context: RuleContext,
  setting: Setting | undefined,
  message: string,
  options: {
    readonly args?: Readonly<Record<string, string | number>>;
    readonly severity?: Severity;
    readonly fixTo?: string;
  } = {},
): void {
  if (!setting?.own) return;
  const word = setting.item.args[0] ?? setting.item.keyword;
  const { fixTo, ...rest } = options;
  context.report(message, word.span, {
    ...rest,
    args: { name: setting.item.keyword.text, value: setting.value, ...options.args },
    ...(fixTo !== undefined && {
      fixes: () => [
        {
          title: { en: `Change to ${fixTo}`, ja: `${fixTo} に変更` },
          safe: false,
          edits: [{ span: word.span, newText: fixTo }],
        },
      ],
    }),
  });
}

/** Of several settings the one to report at: the first that stands in the section itself. */
export const ownOf = (...settings: readonly (Setting | undefined)[]): Setting | undefined =>
  settings.find((one) => one?.own);

/** The hosts of a resource, those of stacked sections left out. */
export const hostCount = ({ resource }: Scope): number =>
  resource?.hosts.filter(({ kind }) => kind === 'on' || kind === 'floating').length ?? 0;
