import assert from 'node:assert/strict';
import { hasCrmsh } from './crmsh';

/** Skips a suite or test where crmsh is not installed; where everything has to be there, that is a failure. */
export function needsCrmsh(test: Mocha.Context): void {
  if (hasCrmsh()) return;
  assert.ok(!process.env['CI'], 'crmsh is not installed');
  console.log('      crmsh is not installed: nothing compared');
  test.skip();
}
