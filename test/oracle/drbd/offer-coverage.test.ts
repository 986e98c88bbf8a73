import assert from 'node:assert/strict';
import type { DrbdModel } from '../../../server/src/languages/drbd/model';
import type { DrbdSlot, Place } from '../../../server/src/languages/drbd/parser/slot-notes';
import { newService } from '../../support/service';
import { corpus } from './corpus';
import { facts } from './reading';

/** Words that nobody can know: new names, paths, addresses, versions. */
const freeKinds = new Set(['address', 'connection-name', 'skipped', 'port']);

/** Options whose value nobody can know. */
const freeOptions = new Set(['shared-secret', 'tls-certificate', 'tls-privkey', 'discard-my-data', '_name']);

suite('Places of drbd files', () => {
  test('where something may stand something is offered, unless it is free text', function () {
    const files = corpus();
    if (files.length === 0) {
      console.log('      no corpus here: nothing counted');
      this.skip();
    }
    const bare = new Map<string, number>();
    let count = 0;
    for (const { text } of files) {
      for (const { key, isOffered } of placesOf(text)) {
        count++;
        if (!isOffered) bare.set(key, (bare.get(key) ?? 0) + 1);
      }
    }
    console.log(`      ${count} places in ${files.length} files`);
    assert.deepEqual(
      [...bare].sort((a, b) => b[1] - a[1]),
      [],
    );
  }).timeout(300_000);
});

/** The places of the words of a text, by what they are. */
function* placesOf(text: string): Generator<{ key: string; isOffered: boolean }> {
  const service = newService();
  const uri = 'file:///test/t.res';
  service.workspace.open(uri, 'drbd', text);
  const file = service.workspace.file(uri);
  for (const unit of file?.units ?? []) {
    const start = file?.startOf(unit) ?? 0;
    for (const { slot, span } of (unit.model as DrbdModel).parsed.notes) {
      if (freeKinds.has(slot.kind) || (slot.kind === 'option-value' && freeOptions.has(slot.option))) continue;
      if (isNew(slot) || (slot.kind === 'option-value' && !isKnown(slot.place, slot.option))) continue;
      if (slot.kind === 'meta-disk' && /^\s*\[/.test(unit.text.slice(span.end))) continue;
      const key =
        slot.kind === 'option-value'
          ? `${slot.place} ${slot.option}`
          : `${slot.kind} ${'place' in slot ? slot.place : ''}`;
      yield { key, isOffered: (service.completion(uri, start + span.end, 'en')?.items.length ?? 0) > 0 };
    }
  }
}

/** Names of what may be in no file: a new resource or host, the lower resource of another machine. */
const isNew = (slot: DrbdSlot): boolean =>
  slot.kind === 'resource-name' || (slot.kind === 'host-name' && slot.role === 'declaration');

/** Options that some generation knows. */
const isKnown = (place: Place, option: string): boolean =>
  facts.option(option === 'protocol' ? 'net' : place, option) !== undefined;
