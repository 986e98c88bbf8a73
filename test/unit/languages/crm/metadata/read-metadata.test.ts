import assert from 'node:assert/strict';
import type { ImportedAgent } from '../../../../../server/src/languages/crm/metadata/imported';
import { metadataProblemText } from '../../../../../server/src/languages/crm/metadata/messages';
import {
  longestMetadata,
  type MetadataProblem,
  readMetadata,
  withoutWords,
} from '../../../../../server/src/languages/crm/metadata/read-metadata';

const dtd = '<?xml version="1.0"?>\n<!DOCTYPE resource-agent SYSTEM "ra-api-1.dtd">\n';
const agent = (body: string, head = dtd) => `${head}<resource-agent name="x">${body}</resource-agent>`;
const parameters = (body: string) => agent(`<parameters>${body}</parameters>`);

function read(xml: string, id = 'ocf:heartbeat:x'): ImportedAgent {
  const found = readMetadata(id, xml);
  assert.ok(!('problem' in found), JSON.stringify(found));
  return found;
}

function refused(xml: string): MetadataProblem {
  const found = readMetadata('ocf:heartbeat:x', xml);
  assert.ok('problem' in found, 'it was read');
  for (const locale of ['en', 'ja'] as const)
    assert.doesNotMatch(metadataProblemText(found, locale), /\{|undefined/, locale);
  return found;
}

suite('metadata', () => {
  test('an agent and its parameters with their own words, as plain text', () => {
    const xml = agent(`
      <longdesc lang="en">
        First &lt;line&gt;.

          - indented
      </longdesc>
      <shortdesc lang="en">In short</shortdesc>
      <parameters><parameter name="ip" required="1"><longdesc lang="ja">あ</longdesc><longdesc lang="en"><![CDATA[The <ip>]]></longdesc>
      <content type="string" default=" 10.0.0.1 "/></parameter></parameters>
      <actions><action name="monitor" timeout="20s" interval="10s" depth="0" role="Master"/><action name="meta-data"/></actions>`);
    const row = read(xml);
    assert.deepEqual(row, {
      id: 'ocf:heartbeat:x',
      short: 'In short',
      long: 'First <line>.\n\n  - indented',
      parameters: [{ name: 'ip', type: { kind: 'string' }, default: '10.0.0.1', required: true, long: 'The <ip>' }],
      actions: [{ name: 'monitor', timeout: '20s', interval: '10s', role: 'Master' }],
    });
    const { short: _, long: __, ...bare } = row;
    assert.deepEqual(withoutWords(row), {
      ...bare,
      parameters: [{ name: 'ip', type: { kind: 'string' }, default: '10.0.0.1', required: true }],
    });
  });

  test('fence agents say their short words in an attribute', () => {
    const row = read('<resource-agent name="fence_x" shortdesc="Fence x"><longdesc>Long</longdesc></resource-agent>');
    assert.deepEqual([row.short, row.long, row.parameters, row.actions], ['Fence x', 'Long', [], []]);
  });

  test('replaced names, unique groups, deprecation, select boxes', () => {
    const row = read(
      parameters(`<parameter name="old" deprecated="1"/>
        <parameter name="new" obsoletes="old" unique-group="a"><content type="select" default="b"><option value="a"/><option value="b"/></content></parameter>`),
    );
    assert.deepEqual(row.parameters, [
      { name: 'old', type: { kind: 'string' }, deprecated: true },
      { name: 'new', type: { kind: 'enum', values: ['a', 'b'] }, default: 'b', unique: true, obsoletes: 'old' },
    ]);
  });

  test('names that could not stand in a file are left out, names of JavaScript are only names', () => {
    const names = ['__proto__', 'constructor', 'toString', 'a b', 'a=b', '&quot;x', 'a$1', 'a|b', 'x'.repeat(201), ''];
    const row = read(parameters(names.map((name) => `<parameter name="${name}"/>`).join('')));
    assert.deepEqual(
      row.parameters.map(({ name }) => name),
      ['__proto__', 'constructor', 'toString'],
    );
    assert.equal(Object.getPrototypeOf(row), Object.prototype);
  });

  test('times and roles that are no words are left out', () => {
    const row = read(
      agent('<actions><action name="start" timeout="[x](http://x)" role="a b" interval="10 &lt;b&gt;"/></actions>'),
    );
    assert.deepEqual(row.actions, [{ name: 'start' }]);
  });

  test('long texts are cut, unseen characters go', () => {
    const { long = '' } = read(agent(`<longdesc>a\u202eb\u200b${'x'.repeat(20_000)}</longdesc>`));
    assert.ok(long.length <= 8000 && long.startsWith('abx') && long.endsWith('…'), long.slice(0, 10));
  });
});

suite('what is no metadata', () => {
  const cases: [string, string, MetadataProblem['problem']][] = [
    ['nothing', '', 'no-xml'],
    ['words', 'command not found', 'no-xml'],
    ['a page', '<html/>', 'other-root'],
    ['XML that is cut off', `${dtd}<resource-agent name="x"><parameters>`, 'no-xml'],
    ['two roots', '<resource-agent/><resource-agent/>', 'no-xml'],
    ['an unknown entity', agent('<longdesc>&boom;</longdesc>'), 'no-xml'],
    ['an attribute twice', parameters('<parameter name="a" name="b"/>'), 'no-xml'],
    [
      'entities that grow',
      agent('<longdesc>&b;</longdesc>', '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'),
      'no-xml',
    ],
    [
      'an entity of a file',
      agent('', '<!DOCTYPE resource-agent [<!ENTITY f SYSTEM "file:///etc/passwd">]>'),
      'declarations',
    ],
    ['an empty internal subset', agent('', '<!DOCTYPE resource-agent SYSTEM "x.dtd" []>'), 'declarations'],
    ['deep nesting', agent('<a>'.repeat(500) + '</a>'.repeat(500)), 'no-xml'],
    ['very deep nesting', agent('<a>'.repeat(100_000)), 'no-xml'],
    ['a huge file', agent(' '.repeat(longestMetadata)), 'too-long'],
    [
      'very many parameters',
      parameters(Array.from({ length: 1001 }, (_, i) => `<parameter name="p${i}"/>`).join('')),
      'too-many',
    ],
    ['a NUL', agent('<longdesc>\0</longdesc>'), 'no-xml'],
  ];
  for (const [what, xml, problem] of cases)
    test(what, () => {
      const start = performance.now();
      assert.equal(refused(xml).problem, problem);
      assert.ok(performance.now() - start < 2000, 'in time');
    });

  test('a document type in comments and texts is only text', () => {
    read(agent('<!-- <!DOCTYPE x [ --><longdesc><![CDATA[<!DOCTYPE y []>]]></longdesc>'));
  });
});
