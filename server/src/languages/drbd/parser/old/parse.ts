import type { DrbdParsed } from '../reader';
import { readGlobal } from './options';
import { OldReader, spanOf } from './reader';
import type { OldReading } from './reading';
import { readResource } from './resource';
import { scanOld } from './scan';
import type { OldGeneration } from './words';

const readings = new WeakMap<DrbdParsed, Map<OldGeneration, OldReading>>();

/**
 * A unit as the parser of DRBD 8.3 or 8.4 reads it. These two read strictly word by word, so what they refuse is
 * found by reading as they do (drbd-utils 9.22: user/v83 and user/v84, drbdadm_parser.c). Worked out on demand.
 */
export function readOld(parsed: DrbdParsed, text: string, generation: OldGeneration): OldReading {
  const known = readings.get(parsed) ?? new Map<OldGeneration, OldReading>();
  readings.set(parsed, known);
  const reading =
    known.get(generation) ?? new OldReader(scanOld(parsed.tokens, text, generation), generation).run(readTop);
  known.set(generation, reading);
  return reading;
}

function readTop(r: OldReader): void {
  while (r.token.kind !== 'end') {
    const { kind, text, start, end } = r.token;
    const word = kind === 'keyword' ? text : '';
    r.next();
    if (word === 'resource') readNamed(r, start, end);
    else if (word === 'common') {
      r.mark('{');
      readResource(r, { ...fresh(), kind: 'common', name: 'common', span: { start, end } });
    } else if (word === 'global') readGlobal(r);
    else if (word === 'skip') readSkip(r);
    else if (word === 'include') {
      r.name();
      r.mark(';');
    } else r.stop('global | common | resource | skip | include', { kind, text, start, end });
  }
}

const fresh = () => ({ hosts: [], volumes: [], protocol: false, twoPrimaries: false, becomePrimaryOn: [] });

function readNamed(r: OldReader, start: number, end: number): void {
  const name = r.name();
  // Only a quoted one can have them.
  if ([...name.text].some((c) => c < ' ' || c === '\x7f')) r.stop('NAME', name);
  if (name.text === '') r.error('missing-host', 'empty', spanOf(name));
  r.mark('{');
  readResource(r, { ...fresh(), kind: 'resource', name: name.text, span: { start, end } });
}

/** `skip [NAME] { … }`. */
function readSkip(r: OldReader): void {
  if (!r.is('{')) r.name();
  if (!r.is('{')) r.stop('{');
  let depth = 0;
  do {
    if (r.token.kind === 'end') r.stop('}');
    if (r.is('{')) depth++;
    if (r.is('}')) depth--;
    r.next();
  } while (depth > 0);
}
