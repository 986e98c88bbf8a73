import assert from 'node:assert/strict';
import { describeFact } from '../../../../../server/src/core/features/describe';
import { crmData } from '../../../../../server/src/languages/crm/data';
import { buildCrmFacts } from '../../../../../server/src/languages/crm/facts';
import { agentIdOf, isAgentId } from '../../../../../server/src/languages/crm/metadata/agent-id';
import {
  type ImportedAgent,
  type ImportedAgents,
  limits,
  toImportedAgents,
} from '../../../../../server/src/languages/crm/metadata/imported';
import { mergeAgents } from '../../../../../server/src/languages/crm/metadata/merge';

const string = { kind: 'string' } as const;
const row = (id: string, ...parameters: ImportedAgent['parameters']): ImportedAgent => ({
  id,
  parameters,
  actions: [],
});

suite('ids of agents', () => {
  test('from folders and file names', () => {
    const ids: [string, string, string | undefined][] = [
      ['heartbeat', 'IPaddr2', 'ocf:heartbeat:IPaddr2'],
      ['stonith', 'fence_apc', 'stonith:fence_apc'],
      ['anything', 'fence_apc', 'stonith:fence_apc'],
      ['stonith-external', 'external-ipmi', 'stonith:external/ipmi'],
      ['x', 'ocf:suse:SAPHana', 'ocf:suse:SAPHana'],
      ['x', 'ocf_heartbeat_pgsql', 'ocf:heartbeat:pgsql'],
      ['my agents', 'x', undefined],
      ['..', 'x', undefined],
      ['-o', 'x', undefined],
    ];
    for (const [folder, name, id] of ids) assert.equal(agentIdOf(folder, name), id, `${folder}/${name}`);
  });

  test('nothing else is one', () => {
    for (const id of [
      '',
      'ocf:a',
      'lsb:a',
      'ocf:a:-b',
      'ocf:a:b:c',
      'ocf:a:b\n',
      'ocf:a:../b',
      'stonith:a/b',
      '__proto__',
    ])
      assert.ok(!isAgentId(id), JSON.stringify(id));
  });
});

suite('what is kept of an import', () => {
  const kept: ImportedAgents = {
    version: 1,
    source: { kind: 'node', name: 'node1' },
    date: '2024-05-01T10:00:00.000Z',
    agents: [
      {
        id: 'ocf:heartbeat:x',
        promotable: true,
        short: 'In short',
        parameters: [{ name: '__proto__', type: { kind: 'enum', values: ['a'] }, default: 'a', required: true }],
        actions: [{ name: 'start', timeout: '20s' }],
      },
    ],
  };
  const agentWith = (change: object) => ({ ...kept, agents: [{ ...kept.agents[0], ...change }] });

  test('is read as it was written', () => {
    assert.deepEqual(toImportedAgents(JSON.parse(JSON.stringify(kept))), kept);
  });

  test('anything else is refused as a whole', () => {
    const parameter = (change: object) => agentWith({ parameters: [{ name: 'a', type: string, ...change }] });
    const wrong: unknown[] = [
      undefined,
      null,
      7,
      [],
      'x',
      { ...kept, version: 2 },
      { ...kept, date: 'yesterday' },
      { ...kept, source: { kind: 'web', name: 'x' } },
      { ...kept, agents: {} },
      { ...kept, agents: [...kept.agents, ...kept.agents] },
      agentWith({ id: 'lsb:x' }),
      agentWith({ parameters: undefined }),
      agentWith({ actions: [{ name: 3 }] }),
      agentWith({ actions: [{ name: 'start', timeout: '1 [x](y)' }] }),
      parameter({ name: 'a $1' }),
      parameter({ obsoletes: 'a b' }),
      agentWith({ long: 'x'.repeat(limits.text + 1) }),
      agentWith({ actions: Array.from({ length: limits.actions + 1 }, () => ({ name: 'a' })) }),
      parameter({ type: { kind: 'reference', to: ['crm.node'] } }),
      parameter({ type: { kind: 'enum', values: [1] } }),
      parameter({ type: { kind: 'toString' } }),
      parameter({ required: 'yes' }),
      parameter({ default: {} }),
    ];
    for (const value of wrong) assert.equal(toImportedAgents(value), undefined, JSON.stringify(value)?.slice(0, 200));
  });
});

suite('imported agents come before bundled ones', () => {
  test('their parameters are those of the import; our knowledge of values stays where it can', () => {
    const ours = row(
      'ocf:a:b',
      { name: 'mode', type: { kind: 'enum', values: ['x', 'y'] } },
      { name: 'port', type: { kind: 'port' } },
      { name: 'n', type: { kind: 'integer' }, default: '3' },
      { name: 'gone', type: string },
    );
    const theirs = row(
      'ocf:a:b',
      { name: 'mode', type: string, default: 'z' },
      { name: 'port', type: string, required: true },
      { name: 'n', type: { kind: 'duration' }, default: '5s' },
      { name: 'new', type: string },
    );
    const [merged, other] = mergeAgents([ours, row('ocf:a:c')], [theirs]);
    assert.equal(other?.id, 'ocf:a:c');
    assert.deepEqual(merged?.parameters, [
      { name: 'mode', type: string, default: 'z' },
      { name: 'port', type: { kind: 'port' }, required: true },
      { name: 'n', type: { kind: 'duration' }, default: '5s' },
      { name: 'new', type: string },
    ]);
    const [open] = mergeAgents([ours], [row('ocf:a:b', { name: 'mode', type: string })]);
    assert.deepEqual(open?.parameters[0]?.type, { kind: 'enum', values: ['x', 'y'], open: true });
  });

  test('our texts stay, the own words of the agent come below; unknown agents are known', () => {
    const facts = buildCrmFacts(crmData, [
      {
        ...row('ocf:heartbeat:IPaddr2', { name: 'ip', type: string, long: 'Upstream says <b>so</b>' }),
        short: 'Their words',
      },
      row('ocf:acme:rocket', { name: '__proto__', type: string }, { name: 'fuel', type: string }),
    ]);
    const known = facts.agent('IPaddr2');
    assert.ok(known?.fact.text?.en && known.fact.upstream === 'Their words');
    assert.deepEqual([...(known?.parameters.keys() ?? [])], ['ip']);
    const markdown = describeFact(known.parameters.get('ip')!, 'crm', 'en');
    assert.ok(markdown.indexOf('Upstream says \\<b\\>so') > markdown.indexOf(known.parameters.get('ip')!.text!.en));
    assert.deepEqual([...(facts.agent('ocf:acme:rocket')?.parameters.keys() ?? [])], ['__proto__', 'fuel']);
    assert.deepEqual(facts.providersOf('rocket'), ['acme']);
  });

  test('own words cannot become Markdown', () => {
    const upstream = '[x](http://x) ![i](y)\n1. www.evil.example me@x\n# h\n```\n<img src=x>\n===\n    code';
    const markdown = describeFact({ id: 'x', name: 'x', category: 'agent', upstream }, 'crm', 'ja');
    assert.ok(
      markdown.endsWith(
        '> \\[x\\]\\(http\\://x\\) \\!\\[i\\]\\(y\\)  \n> 1\\. www\\.evil.example me\\@x  \n> \\# h  \n> \\`\\`\\`  \n> \\<img src\\=x\\>  \n> \\=\\=\\=  \n> code  ',
      ),
      markdown,
    );
  });
});
