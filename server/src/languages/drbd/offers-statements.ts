import type { Offer } from '../../core/features/slot';
import type { Item } from './ast';
import { type OptionFact, rulesIn, type StatementFact } from './facts';
import type { Generation } from './generation';
import { type SnippetNames, sectionSnippets } from './offer-snippets';
import { type Cursor, ends, generationAt, isModern, opens, ownHosts, resourceAt, wordOffers } from './offers-cursor';
import { freeNumbers, peerSections, volumeNumbers } from './offers-numbers';
import type { Place } from './parser/slot-notes';
import { words } from './word-generations';

/** Statements that may stand several times in a section. */
const repeatable = new Set(
  'on floating stacked-on-top-of volume connection host path hosts skip include resource ignore-on'.split(' '),
);

/** Sections whose word is followed by a brace at once. */
const bareSections = new Set(
  'global common net options startup handlers syncer proxy plugin connection connection-mesh path skip'.split(' '),
);

/** What a place needs, and what people write there most, before all else. */
const likely: Readonly<Partial<Record<Place, string>>> = {
  top: 'resource include global common',
  resource: 'on volume device disk meta-disk net disk-block connection-mesh connection options handlers startup',
  common: 'net disk-block handlers options startup',
  host: 'address node-id device disk meta-disk volume',
  volume: 'device disk meta-disk disk-block',
  stacked: 'device address node-id volume',
  'stacked-volume': 'device',
  connection: 'host path net',
  path: 'host',
  mesh: 'hosts net',
  'proxy-on': 'inside outside options',
};

/** Statements and sections that may still be written at the cursor, the likeliest first. */
export function statementOffers(place: Place, cursor: Cursor): Offer[] {
  if (place === 'plugin') return wordOffers(plugins, ends(cursor));
  const generation = generationAt(cursor);
  const except = exceptions(place, cursor, generation);
  return [
    ...sectionSnippets(place, except, freeNumbers(cursor), generation, namesAt(cursor)),
    ...wordsOf(place, cursor, generation, except),
    ...optionsOf(place, cursor, generation, except),
  ];
}

/** What the proxy can do with the data (its manual); the number is how hard it tries. */
const plugins = ['zlib level 9', 'lzma level 5'];

/** What snippets name: hosts and volumes as the resource has them, a free name for another resource. */
function namesAt(cursor: Cursor): SnippetNames {
  const shared = (resourceAt(cursor)?.body ?? []).some(({ kind }) => /^(?:device|disk-path|volume)$/.test(kind));
  const taken = new Set(cursor.around.declaredNames('drbd.resource'));
  let free = 0;
  while (taken.has(`r${free}`)) free++;
  return { shared, hosts: ownHosts(cursor), resource: `r${free}`, volumes: peerSections(cursor) };
}

const beside = ({ path, model, span }: Cursor): readonly Item[] =>
  ((path.at(-1)?.body ?? (path.length > 0 ? [] : model.items)) as readonly Item[]).filter(
    ({ keyword }) => keyword.span.start !== span.start,
  );

/** What stands there already, and what cannot stand beside it. */
function exceptions(place: Place, cursor: Cursor, generation: Generation): Set<string> {
  const items = beside(cursor);
  const except = new Set([...cursor.present].filter((word) => !repeatable.has(word)));
  except.delete('disk');
  if (items.some(({ kind }) => kind === 'disk-path')) except.add('disk');
  if (items.some(({ kind }) => kind === 'disk')) except.add('disk-block');
  const exclude = (words: readonly string[]) => {
    for (const word of words) except.add(word);
  };
  if (except.has('meta-disk') || except.has('flexible-meta-disk')) exclude(['meta-disk', 'flexible-meta-disk']);
  exclude(unfitVolumes(place, items, cursor));
  exclude(unfit(place, items, cursor, generation));
  return except;
}

const bare = ['device', 'disk', 'meta-disk', 'flexible-meta-disk'];

/** Volumes are written by sections or by bare statements, alike on all hosts. */
function unfitVolumes(place: Place, items: readonly Item[], { model, path }: Cursor): readonly string[] {
  if (!['resource', 'host', 'stacked'].includes(place)) return [];
  if (items.some(({ kind }) => kind === 'device' || kind === 'disk-path' || kind === 'meta-disk')) return ['volume'];
  if (items.some(({ kind }) => kind === 'volume')) return [...bare, ...(place === 'host' ? ['disk-block'] : [])];
  const resource = model.resources.find(({ item }) => path.includes(item));
  const peers = (resource?.hosts ?? []).filter(({ item }) => !path.includes(item)).flatMap(({ volumes }) => volumes);
  const volumes = [...peers, ...(resource?.volumes ?? [])];
  if (volumes.length === 0 || place === 'stacked') return [];
  return volumes.some(({ explicit }) => explicit) ? [...bare, 'disk-block'] : ['volume'];
}

/** Words that the place's grammar has but that nobody can write beside what is there. */
function unfit(place: Place, items: readonly Item[], cursor: Cursor, generation: Generation): readonly string[] {
  const endpoints = items.filter(({ kind }) => kind === 'endpoint').length;
  switch (place) {
    case 'top': {
      const has = (word: string) => (cursor.around.own?.lookup(`drbd.${word}`, word).length ?? 0) > 0;
      return ['global', 'common'].filter((word) => has(word) && cursor.word !== word);
    }
    case 'common':
      return [...bare, 'volume', 'connection', 'connection-mesh', 'ignore-on', 'template-file', ...noSkip(generation)];
    case 'connection':
      return [...unfitEnds(items, endpoints), ...(volumeNumbers(cursor).length === 0 ? ['volume'] : [])];
    case 'path':
      return endpoints >= 2 ? ['host', 'address'] : [];
    case 'resource':
      return isModern(generation) ? ['protocol'] : noSkip(generation);
    case 'host':
      return [...noSkip(generation), ...unfitInHost(items, cursor, generation)];
    default:
      return noSkip(generation);
  }
}

/** Before 9 only whole sections of the file can be skipped. */
const noSkip = (generation: Generation): readonly string[] => (isModern(generation) ? [] : ['skip']);

/** The ends of a connection stand in it, or in its paths. */
function unfitEnds(items: readonly Item[], endpoints: number): readonly string[] {
  if (items.some(({ kind }) => kind === 'path')) return ['host', 'address'];
  return endpoints >= 2 ? ['host', 'address', 'path'] : endpoints > 0 ? ['path'] : [];
}

/** A floating section has its address in front; options for the disk need a device, and no disk beside them. */
function unfitInHost(items: readonly Item[], { path }: Cursor, generation: Generation): readonly string[] {
  const options = generation !== '8.3' && items.some(({ kind }) => kind === 'device') && !hasDisk(items);
  return [
    ...(path.at(-1)?.kind === 'floating' ? ['address'] : []),
    ...(options ? [] : ['disk-block']),
    ...(items.some(({ kind }) => kind === 'disk') ? ['disk'] : []),
  ];
}

const hasDisk = (items: readonly Item[]): boolean => items.some(({ kind }) => kind === 'disk-path');

/** Sections and statements of the grammar, those last that have a successor. */
function wordsOf(place: Place, cursor: Cursor, generation: Generation, except: ReadonlySet<string>): Offer[] {
  const rank = (likely[place] ?? '').split(' ');
  const blockOnly = place === 'connection' || place === 'connection-volume' || place === 'common';
  const key = (name: string) => (rank.includes(name) ? rank.indexOf(name) : rank.length);
  const forms = cursor.model.facts
    .statements(place)
    .filter((row) => isCurrent(row, generation))
    .flatMap((row): Form[] => {
      const open = bareSections.has(row.name) && !(row.name === 'proxy' && place !== 'resource' && place !== 'common');
      if (row.name !== 'disk') return [{ row, as: row.name, suffix: open ? opens(cursor) : ' ' }];
      const block: Form = { row, as: 'disk-block', suffix: opens(cursor) };
      return blockOnly ? [block] : [{ row, as: 'disk', suffix: ' ' }, block];
    })
    .filter(({ as }) => !except.has(as))
    .sort((a, b) => Number(isOld(a.row)) - Number(isOld(b.row)) || key(a.as) - key(b.as));
  return forms.map(({ row, as, suffix }) =>
    as === 'disk-block' && suffix !== ''
      ? { kind: 'snippet', label: 'disk { … }', body: 'disk {\n\t$0\n}', text: diskOptions }
      : { kind: 'facts', facts: [row], suffix, goesOn: suffix === ' ' },
  );
}

const diskOptions = { en: 'Options for the disk and the resync.', ja: 'ディスクと再同期のオプション。' };

/** A way to write a statement: `disk PATH;` and `disk {` share their word. */
interface Form {
  readonly row: StatementFact;
  readonly as: string;
  readonly suffix: string;
}

const isOld = ({ deprecated }: StatementFact): boolean => deprecated !== undefined;

function optionsOf(place: Place, cursor: Cursor, generation: Generation, except: ReadonlySet<string>): Offer[] {
  const { facts } = cursor.model;
  const taken = new Set([...except].flatMap((word) => [word, word.replace(/^no-/, '')]));
  // What is a statement of the place is offered as one.
  for (const { name } of facts.statements(place)) taken.add(name);
  const options = facts
    .options(place)
    .filter((fact) => isCurrent(fact, generation) && isOwnName(fact, generation) && !taken.has(fact.name));
  const offer = (of: readonly OptionFact[], suffix: string): Offer => ({
    kind: 'facts',
    facts: of,
    except: taken,
    suffix,
    goesOn: suffix === ' ',
  });
  const valued = (fact: OptionFact) => !isBare(fact, generation);
  const fresh = options.filter(({ deprecated }) => !deprecated);
  const old = options.filter(({ deprecated }) => deprecated);
  return [fresh, old].flatMap((list) => [
    offer(list.filter(valued), ' '),
    offer(
      list.filter((fact) => !valued(fact)),
      ends(cursor),
    ),
  ]);
}

const isBare = (fact: OptionFact, generation: Generation): boolean => rulesIn(fact, generation)?.type === 'keyword';

/** Words that the generation does not know, or that only drbdsetup writes, are not offered. */
function isCurrent(fact: OptionFact | StatementFact, generation: Generation): boolean {
  if (fact.name.startsWith('_')) return false;
  if ('generations' in fact) return generation in fact.generations;
  if (generation === '9' || generation === 'master') return !fact.until;
  return words[fact.name]?.includes(generation) ?? !fact.name.startsWith('require-');
}

/** Only in 8.3 have flags a name with `no-` of their own; older spellings of newer options are left out. */
const isOwnName = ({ name }: OptionFact, generation: Generation): boolean => !/^no-/.test(name) || generation === '8.3';
