import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { helpText } from '../../../../server/src/hosts/cli/usage';

suite('the command line and what is said of it', () => {
  test('help in both languages and the documentation name the same options', () => {
    const docs = readFileSync('docs/command-line.md', 'utf8');
    for (const [command, { en, ja }] of Object.entries(helpText)) {
      const options = (text: string) => [...new Set(text.match(/--[a-z][a-z-]+/g))].sort();
      assert.deepEqual(options(ja), options(en), command);
      for (const option of options(en)) if (command === 'check') assert.ok(docs.includes(option), option);
    }
  });

  test('it starts in less than twice the time of an empty Node process', () => {
    const time = (args: readonly string[]): number => {
      const start = process.hrtime.bigint();
      spawnSync(process.execPath, [...args]);
      return Number(process.hrtime.bigint() - start);
    };
    // The best of several, in turn: other work on the machine makes single ones slow.
    let [empty, ours] = [Infinity, Infinity];
    for (let i = 0; i < 5 || (i < 40 && ours >= 2 * empty); i++) {
      empty = Math.min(empty, time(['-e', '0']));
      ours = Math.min(ours, time([resolve('dist/server/linux-ha.js'), '--version']));
    }
    assert.ok(ours < 2 * empty, `${ours / 1e6} ms, an empty process ${empty / 1e6} ms`);
  });
}).timeout(30_000);
