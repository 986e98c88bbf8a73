import type { Span } from '../../../../base/span';
import { readHost, readStacked } from './hosts';
import { readOptions } from './options';
import { type OldReader, spanOf } from './reader';
import type { OldResource, OldVolume } from './reading';
import { insert, readVolume, readVolumeStatement, volumeZero } from './volumes';

interface Reading {
  readonly r: OldReader;
  readonly resource: OldResource;
  /** Sections and statements that may stand once, with the first of each. */
  readonly said: Map<string, Span>;
}

/** What a resource or common section holds, behind its opening brace. The end of the text closes it, too. */
export function readResource(r: OldReader, resource: OldResource): void {
  r.resources.push(resource);
  const reading: Reading = { r, resource, said: new Map() };
  while (!r.is('}') && r.token.kind !== 'end') readStatement(reading);
  if (r.is('}')) r.next();
  compareVolumes(r, resource);
}

function readStatement(reading: Reading): void {
  const { r, resource } = reading;
  const { kind, text } = r.token;
  const word = kind === 'keyword' ? text : '';
  if (word === 'on' || word === 'floating' || word === '_this_host' || word === '_remote_host') readHost(r, resource);
  else if (word === 'stacked-on-top-of') readStacked(r, resource);
  else if (word === 'protocol') readProtocol(reading);
  else if (word === 'ignore-on') takeStatement(r);
  else if (word === 'disk' || word === 'device' || /^(flexible-)?meta-disk$/.test(word))
    readBareStatement(reading, word);
  else if (word === 'volume') insert(resource.volumes, readVolume(r, []));
  else if (blocks.has(word)) readBlock(reading, word);
  else r.stop('protocol | on | disk | net | syncer | startup | handlers');
}

const blocks = new Set(['net', 'syncer', 'startup', 'handlers', 'proxy', 'options']);

function once({ r, said }: Reading, rule: string, what: string): void {
  const first = said.get(what);
  const args = rule === 'duplicate-section' ? { section: r.token.text } : { name: what };
  if (first) r.error(rule, 'twice', r.token, args, first);
  else said.set(what, spanOf(r.token));
}

function readProtocol(reading: Reading): void {
  const { r, resource } = reading;
  once(reading, 'duplicate-statement', 'protocol');
  resource.protocol = true;
  takeStatement(r);
}

/** `WORD NAME;`. */
function takeStatement(r: OldReader): void {
  r.next();
  r.name();
  r.mark(';');
}

function readBareStatement(reading: Reading, word: string): void {
  const { r, resource } = reading;
  const keyword = r.token;
  if (word === 'disk') {
    r.next();
    if (r.is('{')) {
      readDiskBlock(reading, keyword);
      return;
    }
    const path = r.name().text;
    volumeZero(r, resource.volumes, keyword).disk = path;
    r.mark(';');
    return;
  }
  if (word === 'device') once(reading, 'duplicate-statement', 'device');
  readVolumeStatement(r, volumeZero(r, resource.volumes, keyword), []);
}

function readDiskBlock({ r, resource, said }: Reading, keyword: Span): void {
  const first = said.get('disk {');
  if (first) r.error('duplicate-section', 'twice', keyword, { section: 'disk' }, first);
  else said.set('disk {', spanOf(keyword));
  r.next();
  readOptions(r, 'disk', resource);
}

function readBlock(reading: Reading, word: string): void {
  const { r, resource } = reading;
  once(reading, 'duplicate-section', `${word} {`);
  r.next();
  r.mark('{');
  readOptions(r, word as 'net', resource);
}

/** All hosts have the volumes of the first. */
function compareVolumes(r: OldReader, { hosts }: OldResource): void {
  const [first, ...others] = hosts;
  if (!first || r.generation === '8.3') return;
  for (const other of others) {
    const slip = difference(first.volumes, other.volumes);
    if (!slip) continue;
    const [lacking, having] = slip.here ? [other, first] : [first, other];
    const host = lacking.names[0] ?? lacking.lower ?? '';
    const { volume } = slip;
    if (slip.mixed) r.error('volume-mismatch', 'differs', volume.span, { volume: volume.number, host });
    else r.error('volume-mismatch', 'missing', lacking.span, { volume: volume.number, host }, having.span);
  }
}

export interface Difference {
  readonly volume: OldVolume;
  /** The first list has it. */
  readonly here: boolean;
  /** Both have it: bare in one, a section in the other. */
  readonly mixed: boolean;
}

/** The first volume that one list has and another has not, or has in another way. */
export function difference(here: readonly OldVolume[], there: readonly OldVolume[]): Difference | undefined {
  for (let i = 0; i < Math.max(here.length, there.length); i++) {
    const [a, b] = [here[i], there[i]];
    if (a && (!b || a.number < b.number)) return { volume: a, here: true, mixed: false };
    if (b && (!a || a.number > b.number)) return { volume: b, here: false, mixed: false };
    if (a && b && a.implicit !== b.implicit) return { volume: a, here: true, mixed: true };
  }
  return undefined;
}
