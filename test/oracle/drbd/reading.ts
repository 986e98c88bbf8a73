import { SourceFile } from '../../../server/src/core/workspace/source-file';
import { drbdData } from '../../../server/src/languages/drbd/data';
import { effectiveConfiguration } from '../../../server/src/languages/drbd/effective/configuration';
import { filesNamed, itemsOf, placedItems } from '../../../server/src/languages/drbd/effective/sources';
import type { EffectiveConfiguration } from '../../../server/src/languages/drbd/effective/types';
import type { Generation } from '../../../server/src/languages/drbd/generation';
import { buildDrbdFacts } from '../../../server/src/languages/drbd/index';
import type { Place } from '../../../server/src/languages/drbd/parser/slot-notes';
import { drbd } from '../../unit/languages/drbd/support';
import type { Files } from './dump';

export const facts = buildDrbdFacts(drbdData);

/** A value as the facts compare it, by the name of its section in XML. */
export const comparable = (place: string, name: string, value: string): string =>
  name === 'protocol' ? value.toUpperCase() : facts.comparable(place as Place, name, value);

/** What files mean by our own reading; the first is the root. */
export function readConfiguration(files: Files, generation: Generation): EffectiveConfiguration {
  const sources = Object.entries(files).map(([name, text]) => new SourceFile(`file:///test/${name}`, drbd, text));
  const root = sources[0];
  return effectiveConfiguration(root ? placedItems(root, sources) : [], {
    facts,
    generation,
    template: (uri, name) => filesNamed(uri, name, sources).map(itemsOf)[0],
  });
}

/** A host of the files, for those parsers that want to be one; one that a stacked resource runs on if there is one. */
export function hostIn(files: Files): string {
  const hosts = readConfiguration(files, '9').resources.flatMap((resource) => resource.hosts);
  const host = hosts.find(({ kind }) => kind === 'stacked') ?? hosts.find(({ kind }) => kind === 'on');
  return host?.names[0] ?? 'stranger';
}
