import assert from 'node:assert/strict';
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver-protocol';
import { LspClient } from '../../support/lsp-client';

const crm = 'file:///etc/cluster.crm';

suite('the protocol of moving about', () => {
  let client: LspClient;
  setup(() => {
    client = new LspClient();
  });
  teardown(async () => {
    assert.deepEqual(client.errors, []);
    await client.stop();
  });

  test('semantic tokens: after a key only what changed is sent', async () => {
    await client.start();
    await client.open(crm, 'crm', 'primitive vip IPaddr2 params ip=1\ngroup g vip\n');
    const first = await client.ask<SemanticTokens>('semanticTokens/full', crm);
    const start = { line: 1, character: 11 };
    await client.change(crm, [{ range: { start, end: start }, text: ' web' }]);
    const { edits = [], resultId } = await client.ask<Partial<SemanticTokensDelta>>('semanticTokens/full/delta', crm, {
      previousResultId: first.resultId,
    });
    assert.equal(edits.length, 1);
    assert.ok((edits[0]?.data?.length ?? 0) <= 5);
    const data = [...first.data];
    for (const edit of edits) data.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
    const whole = await client.ask<SemanticTokens>('semanticTokens/full', crm);
    assert.deepEqual(data, whole.data);
    const stale = await client.ask<SemanticTokens>('semanticTokens/full/delta', crm, { previousResultId: resultId });
    assert.deepEqual(stale.data, whole.data);
  });
});
