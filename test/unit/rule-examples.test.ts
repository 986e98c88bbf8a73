import assert from 'node:assert/strict';
import { createLanguages } from '../../server/src/languages/index';
import { findingsOf } from '../support/catalogue';

suite('examples of the rules', () => {
  for (const { id, rules } of createLanguages().modules) {
    for (const rule of rules) {
      test(`${rule.id}: found in the bad ones, not in the good ones`, () => {
        for (const text of rule.examples.bad)
          assert.ok(findingsOf(id, text, rule.examples.target).includes(rule.id), `not found in:\n${text}`);
        for (const text of rule.examples.good) assert.ok(!findingsOf(id, text).includes(rule.id), `found in:\n${text}`);
      });
    }
  }
});
