import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { crmText, drbdText } from '../../bench/texts';
import { Random } from '../../fuzz/random';
import { LspClient } from '../../support/lsp-client';
import { runs } from '../../support/seed';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** A key a second for eight hours is 28,800: FUZZ_RUNS=24 does that. */
const keys = runs(1200);

suite('a long life', () => {
  test(`${keys} keys, with files opened and closed, questions and searches: memory and handles stay`, async () => {
    const client = new LspClient();
    await client.start({ textDocument: { diagnostic: {} } });
    const random = new Random(9);
    const texts = [crmText(300), drbdText(300)];
    for (const { uri, language, text } of texts) await client.open(uri, language, text);
    const inUse = (): { heap: number; handles: number } => {
      collect();
      return { heap: process.memoryUsage().heapUsed / 1e6, handles: process.getActiveResourcesInfo().length };
    };
    let early: ReturnType<typeof inUse> | undefined;
    for (let key = 0; key < keys; key++) {
      const { uri, typing, name, language, text } = random.pick(texts);
      const end = { ...typing, character: typing.character + 1 };
      await client.change(uri, [{ range: { start: typing, end: typing }, text: 'x' }]);
      await client.ask('diagnostic', uri);
      await client.ask(random.pick(['hover', 'completion', 'references', 'documentHighlight']), uri, {
        position: random.pick([typing, name]),
        context: { includeDeclaration: true },
      });
      await client.change(uri, [{ range: { start: typing, end }, text: '' }]);
      if (random.once(10)) await client.ask('semanticTokens/full', uri);
      if (random.once(10)) await client.connection.sendRequest('workspace/symbol', { query: 'r1' });
      if (random.once(20)) {
        const other = `file:///other/f${key}.${language === 'crm' ? 'crm' : 'res'}`;
        await client.open(other, language, text);
        await client.ask('diagnostic', other);
        await client.connection.sendNotification('textDocument/didClose', { textDocument: { uri: other } });
      }
      if (key === Math.floor(keys / 3)) early = inUse();
    }
    const late = inUse();
    assert.ok(early, 'too few keys');
    assert.ok(late.heap < early.heap * 1.15 + 2, `${early.heap.toFixed(1)} MB became ${late.heap.toFixed(1)} MB`);
    assert.ok(late.handles <= early.handles + 2, `${early.handles} handles became ${late.handles}`);
    assert.deepEqual(client.errors, []);
    await client.stop();
    if (keys > 1200) console.log(`      heap ${early.heap.toFixed(1)} → ${late.heap.toFixed(1)} MB`);
  }).timeout(60_000 + keys * 100);
});
