import assert from 'node:assert/strict';
import { errorText } from '../../../server/src/hosts/lsp/error-text';
import { LspClient } from '../../support/lsp-client';

suite('the log', () => {
  test('an exception is logged with its place, without what it quotes', () => {
    const thrown = (work: () => unknown): string => {
      try {
        work();
      } catch (error) {
        return errorText(error);
      }
      return '';
    };
    const json = thrown(() => JSON.parse('{ "password": s3cret }'));
    assert.match(json, /^SyntaxError: /);
    assert.match(json, /\n\s+at /);
    const expression = thrown(() => new RegExp(['s3cret', '('].join('')));
    const made = thrown(() => {
      throw new Error('no \'s3cret\' in "s3cret", `s3cret');
    });
    const several = thrown(() => {
      throw new Error('"s3cret\ns3cret" is wrong');
    });
    for (const text of [json, expression, made, several]) {
      assert.ok(text.length > 0);
      assert.doesNotMatch(text, /s3cret/);
    }
  });

  test('details have their level, and only our own client gets them', async () => {
    for (const files of [true, false]) {
      const logged: [number, string][] = [];
      const client = new LspClient();
      client.connection.onRequest('linuxHa/listFiles', () => []);
      client.connection.onRequest('linuxHa/listFolder', () => []);
      client.connection.onNotification('window/logMessage', ({ type, message }: { type: number; message: string }) => {
        logged.push([type, message]);
      });
      await client.start({}, { files });
      await client.connection.sendRequest('linuxHa/ping');
      assert.deepEqual(
        logged.slice(0, 2),
        files
          ? [
              [3, 'Language server test'],
              [5, 'the facts are loaded; 0 agents were imported'],
            ]
          : [],
      );
      await client.stop();
    }
  });
});
