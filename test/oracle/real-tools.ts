import type { Context } from 'mocha';

/** Goes on only where a real tool is installed: locally the tests of it are left out with a line that says why; in CI that is a failure. */
export function needs(tool: string, there: boolean, context: Context): void {
  if (there) return;
  if (process.env['CI']) throw new Error(`${tool} is not installed, and CI has to ask it`);
  console.log(`      ${tool} is not installed: nothing is asked of it`);
  context.skip();
}
