import assert from 'node:assert/strict';
import { createLanguages } from '../../server/src/languages/index';
import { serviceWith } from '../support/service';

/** Codes of the findings of a text. */
function codes(languageId: string, text: string): string[] {
  const { service, uri } = serviceWith(languageId, text);
  service.lint(uri);
  return service.diagnostics(uri, 'en').map(({ code }) => code);
}

suite('examples of the rules', () => {
  for (const { id, rules } of createLanguages().modules) {
    for (const rule of rules) {
      test(`${rule.id}: found in the bad ones, not in the good ones`, () => {
        for (const text of rule.examples.bad) assert.ok(codes(id, text).includes(rule.id), `not found in:\n${text}`);
        for (const text of rule.examples.good) assert.ok(!codes(id, text).includes(rule.id), `found in:\n${text}`);
      });
    }
  }
});
