import assert from 'node:assert/strict';
import { checkCompletion } from '../../../support/check';
import { readCursor } from '../../../support/markers';
import { newService, serviceWith } from '../../../support/service';

const inNet = (line: string): string => `resource r0 {\n  net { ${line} }\n}\n`;
const hosts = '  on alpha { address 10.0.0.1:7788; }\n  on beta { address 10.0.0.2:7788; }\n';
const inResource = (line: string): string => `resource r0 {\n${hosts}  ${line}\n}\n`;

suite('drbd completion of values', () => {
  test('numbers: the default, what is usual, the borders', () => {
    checkCompletion('drbd', inNet('timeout <|>'), { exactly: ['60', '1', '600'] });
    checkCompletion('drbd', 'common { disk { c-max-rate <|> } }\n', { has: ['100M', '700M'] });
    checkCompletion('drbd', 'global { usage-count <|> }\n', { has: ['yes', 'no', 'ask'] });
  });

  test('handlers with their scripts, for the generation', () => {
    const handler = 'resource r0 {\n  handlers { fence-peer <|> }\n}\n';
    checkCompletion('drbd', handler, { has: ['"/usr/lib/drbd/crm-fence-peer.9.sh"'] });
    checkCompletion('drbd', `# linux-ha: drbd 8.4\n${handler}`, { has: ['"/usr/lib/drbd/crm-fence-peer.sh"'] });
    checkCompletion('drbd', 'common { handlers { quorum-lost <|> } }\n', { has: ['"/usr/lib/drbd/notify.sh root"'] });
  });

  test('a word in front of others of its statement ends nothing', () => {
    checkCompletion('drbd', 'resource r0 { device <|> minor 7; }\n', {
      accept: ['/dev/drbd7', 'resource r0 { device /dev/drbd7<|> minor 7; }\n'],
    });
    checkCompletion('drbd', inResource('connection { host <|> address 10.0.0.1:1; }'), {
      accept: ['alpha', inResource('connection { host alpha<|> address 10.0.0.1:1; }')],
    });
  });

  test('the volume of another resource to wait for', () => {
    const other = 'resource r1 { volume 3 { device minor 3; } on alpha { } }\n';
    checkCompletion('drbd', `${other}resource r0 { disk { resync-after <|> } }\n`, { exactly: ['r1/3', 'r1'] });
  });
});

suite('drbd completion of names', () => {
  test('peers that a connection does not name yet, members that a mesh does not', () => {
    checkCompletion('drbd', inResource('connection { host alpha; host <|> }'), { exactly: ['beta'] });
    checkCompletion('drbd', inResource('connection-mesh { hosts alpha <|>; }'), { exactly: ['beta'] });
    checkCompletion('drbd', inResource('connection { host alpha; host beta; <|> }'), { hasNot: ['host', 'path'] });
  });

  test('nodes of the cluster, with the brace', () => {
    const service = newService();
    service.workspace.open('file:///test/c.crm', 'crm', 'node gamma\n');
    service.workspace.open('file:///test/r.res', 'drbd', 'resource r0 { on  }\n');
    const list = service.completion('file:///test/r.res', 'resource r0 { on '.length, 'en');
    assert.deepEqual(
      list?.items.map(({ insertText }) => insertText),
      ['gamma {'],
    );
  });

  test('the lower resource, not the own', () => {
    checkCompletion('drbd', 'resource r0 { }\nresource up { stacked-on-top-of <|> }\n', { exactly: ['r0'] });
  });

  test('files that are there', () => {
    const service = newService();
    const uri = 'file:///etc/drbd.conf';
    service.workspace.open('file:///etc/drbd.d/global_common.conf', 'drbd', 'global { }\n');
    service.workspace.open(uri, 'drbd', 'include \n');
    const [first, second] = service.completion(uri, 8, 'en')?.items ?? [];
    assert.deepEqual([first?.insertText, second?.insertText], ['"drbd.d/global_common.conf";', '"drbd.d/*.res";']);
  });
});

suite('drbd completion of statements', () => {
  test('a place begins with what it needs', () => {
    const first = (marked: string, count: number) => {
      const { text, offset } = readCursor(marked);
      const { service, uri } = serviceWith('drbd', text);
      const items = [...(service.completion(uri, offset, 'en')?.items ?? [])].filter(({ isSnippet }) => !isSnippet);
      return items
        .sort((a, b) => (a.sortText < b.sortText ? -1 : 1))
        .slice(0, count)
        .map(({ label }) => label);
    };
    assert.deepEqual(first('resource r0 { on a { <|> } }\n', 4), ['address', 'node-id', 'device', 'disk']);
    assert.deepEqual(first('resource r0 { <|> }\n', 4), ['on', 'volume', 'device', 'disk']);
  });

  test('volumes are written as the other hosts write them', () => {
    checkCompletion('drbd', 'resource r0 { on a { volume 0 { } } on b { <|> } }\n', {
      has: ['volume'],
      hasNot: ['device', 'disk', 'meta-disk'],
    });
    checkCompletion('drbd', 'resource r0 { on a { device minor 0; } on b { <|> } }\n', {
      has: ['device', 'disk'],
      hasNot: ['volume'],
    });
  });

  test('only what the generation knows', () => {
    checkCompletion('drbd', inNet('<|>'), { hasNot: ['tls-keyring', 'unplug-watermark'] });
    checkCompletion('drbd', `# linux-ha: drbd master\n${inNet('<|>')}`, { has: ['tls-keyring'] });
    checkCompletion('drbd', '# linux-ha: drbd 8.3\nresource r0 { <|> }\n', {
      has: ['protocol', 'syncer'],
      hasNot: ['connection', 'volume', 'options', 'skip'],
    });
  });

  test('one common section and one global, in all files together', () => {
    checkCompletion('drbd', 'common { }\n<|>\n', { has: ['global', 'resource'], hasNot: ['common'] });
  });

  test('a resource to fill in has a free name, minor and port, and an ordinary host name', () => {
    checkCompletion('drbd', 'resource r0 { device minor 0; on a { address 10.0.0.1:7788; } }\n<|>', {
      has: ['resource …'],
    });
    checkCompletion('drbd', 'resource r0 { on alpha { } <|> }\n', { has: ['on …'] });
  });
});
