import assert from 'node:assert/strict';
import { hasParser, type Parser } from './ask';

/** Skips a test, and says so, where a parser is not installed; in a continuous build it has to be. */
export function needsParser(parser: Parser, context: Mocha.Context): void {
  if (hasParser(parser)) return;
  assert.ok(!process.env['CI'], `the parser of DRBD ${parser} is not installed`);
  console.log(`      the parser of DRBD ${parser} (drbd-utils) is not installed: nothing compared`);
  context.skip();
}
