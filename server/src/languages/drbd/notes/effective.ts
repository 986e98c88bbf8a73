import { escapeMarkdown, link } from '../../../base/markdown';
import type { Found } from '../../../core/workspace/unit';
import type { Item } from '../ast';
import { type Environment, effectiveConfiguration } from '../effective/configuration';
import type { Effective, EffectiveResource, Level, Options, PlacedItem } from '../effective/types';
import { targetOf } from '../generation';
import { modelOf, type NoteContext } from './context';

/** A resource as it takes effect, and where its options were set. */
export interface ResourceReading {
  readonly resource: EffectiveResource;
  /** The level of an origin, as a link to it. */
  readonly originOf: (effective: Effective) => string;
  /** Whether an option's statement is this one of the unit that is asked about. */
  readonly isHere: (effective: Effective, statement: Item) => boolean;
}

/**
 * Reads one resource with what it inherits from, and nothing else of the configuration: `common`, a template, the
 * resources below. So it costs the same in a large configuration.
 */
export function readEffective(context: NoteContext, item: Item, home: Found | undefined): ResourceReading | undefined {
  const { around, model, unit } = context;
  const places: { readonly unit: Found['unit']; readonly uri: string | undefined }[] = [];
  const put = (placed: Item, at: { unit: Found['unit']; uri?: string | undefined }): PlacedItem => {
    places.push({ unit: at.unit, uri: at.uri });
    return { item: placed, uri: String(places.length - 1), start: 0 };
  };
  const common = commonOf(context);
  const lower = (item.body ?? [])
    .filter(({ kind }) => kind === 'stacked')
    .flatMap(({ args: [name] }) => (name ? around.declarations('drbd.resource', name.text).slice(0, 1) : []));
  const placed = [
    ...(common ? [put(common.item, common.found)] : []),
    put(item, home ?? { unit }),
    ...lower.flatMap((found) => {
      const below = declaredItem(found);
      return below && below !== item ? [put(below, found)] : [];
    }),
  ];
  const environment: Environment = {
    facts: model.facts,
    generation: around.own ? targetOf(around.own).generation : '9',
    template: (_uri, name) => templateItems(context, name, put),
  };
  const { resources } = effectiveConfiguration(placed, environment);
  const resource = resources.find(({ name }) => name === item.args[0]?.text);
  if (!resource) return undefined;
  return {
    resource,
    originOf: (effective) => originWords(context, effective, places[Number(effective.origin.uri)]),
    isHere: ({ origin }, statement) =>
      places[Number(origin.uri)]?.unit === unit && origin.span.start === statement.span.start,
  };
}

/** The `common` section of the configuration that the file belongs to. */
export function commonOf({ around }: Pick<NoteContext, 'around'>): { item: Item; found: Found } | undefined {
  const found = around.own?.lookup('drbd.common', 'common').find(({ entry }) => entry.role === 'declaration');
  const item = found && declaredItem(found);
  return found && item && { item, found };
}

/** The section that a declaration is about. */
export const declaredItem = (found: Found): Item | undefined =>
  modelOf(found)?.items.find(({ span }) => span.start === found.entry.whole?.start);

function templateItems(
  { around }: NoteContext,
  name: string,
  put: (item: Item, found: Found) => PlacedItem,
): readonly PlacedItem[] {
  const files = around.filesNamed?.(name) ?? [];
  return around.declarations('drbd.common', 'common').flatMap((found) => {
    const item = found.uri !== undefined && files.includes(found.uri) ? declaredItem(found) : undefined;
    return item ? [put(item, found)] : [];
  });
}

const levels: Readonly<Record<Level, readonly [en: string, ja: string]>> = {
  default: ['default', '既定値'],
  common: ['common', 'common'],
  template: ['template', 'テンプレート'],
  resource: ['resource', 'リソース'],
  mesh: ['connection-mesh', 'connection-mesh'],
  connection: ['connection', '接続'],
  volume: ['volume', 'ボリューム'],
  'host-volume': ['volume of the host', 'ホストのボリューム'],
  'connection-volume': ['volume of the connection', '接続のボリューム'],
  host: ['host', 'ホスト'],
  global: ['global', 'global'],
};

function originWords(
  { around, t }: NoteContext,
  { origin }: Effective,
  at: { readonly unit: Found['unit']; readonly uri: string | undefined } | undefined,
): string {
  const [en, ja] = levels[origin.level];
  const place = at && around.place?.(at.unit, origin.span, at.uri);
  const file = place?.file === undefined ? '' : ` · ${escapeMarkdown(place.file)}`;
  return link(t(en, ja) + file, place?.link);
}

/** The options that are in effect where a statement of a resource stands. */
export function optionsRound({ resource }: ResourceReading, path: readonly Item[]): Options | undefined {
  const [, outer, inner, innermost] = path;
  if (!outer) return undefined;
  if (path.length === 2) return ownOptions(resource, outer);
  if (outer.kind === 'connection' || outer.kind === 'mesh') {
    const made = resource.connections.find(({ origin }) => origin.span.start === outer.span.start);
    if (inner?.kind === 'net') return made?.net;
    return undefined;
  }
  const disk = innermost ?? inner;
  const volume = [outer, inner].find((section) => section?.kind === 'volume')?.args[0]?.text;
  if (disk?.kind !== 'disk') return undefined;
  const host = resource.hosts.find(({ origin }) => origin.span.start === outer.span.start) ?? resource.hosts[0];
  const found = host?.volumes.find(({ number }) => number === Number(volume ?? 0));
  return found && new Map([...found.peerOptions, ...found.options]);
}

function ownOptions(resource: EffectiveResource, { kind }: Item): Options | undefined {
  switch (kind) {
    case 'net':
    case 'options':
    case 'startup':
    case 'handlers':
    case 'proxy':
      return resource[kind];
    case 'disk':
      return new Map([...resource.peer, ...resource.disk]);
    case 'syncer':
      return new Map([...resource.options, ...resource.peer, ...resource.disk, ...resource.net]);
    default:
      return undefined;
  }
}
