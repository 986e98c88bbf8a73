import assert from 'node:assert/strict';
import { LanguageService } from '../../../../server/src/core/service';
import { generate } from '../../../fuzz/drbd/generate';
import { mutate } from '../../../fuzz/drbd/mutate';
import { Random } from '../../../fuzz/random';
import type { Parser } from '../../../oracle/drbd/ask';
import { drbd } from './support';

const uri = 'file:///test/r0.res';

const serviceOf = (text: string, target: Parser): LanguageService => {
  const service = new LanguageService({ languages: [drbd] });
  service.workspace.configure({ target: { drbd: target } });
  service.workspace.open(uri, 'drbd', text);
  return service;
};

function findings(service: LanguageService): string[] {
  service.lint(uri);
  return service.diagnostics(uri, 'en').map(({ span, code, message }) => `${span.start} ${code} ${message}`);
}

/** Turns the text into another one with the least edit. */
function edit(service: LanguageService, before: string, after: string): void {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = 0;
  while (end < Math.min(before.length, after.length) - start && before.at(-1 - end) === after.at(-1 - end)) end++;
  service.workspace.edit(uri, start, before.length - end, after.slice(start, after.length - end));
}

suite('drbd findings after edits', () => {
  for (const target of ['9', '8.4', '8.3'] satisfies Parser[]) {
    test(`are those of a fresh reading (DRBD ${target})`, () => {
      const random = new Random(7);
      for (let round = 0; round < 12; round++) {
        let text = generate(random, target);
        const service = serviceOf(text, target);
        findings(service);
        for (let step = 0; step < 6; step++) {
          const next = mutate(random, text);
          edit(service, text, next);
          const fresh = findings(serviceOf(next, target));
          assert.deepEqual(findings(service), fresh, `before:\n${text}\nafter:\n${next}`);
          text = next;
        }
      }
    });
  }
});
