import assert from 'node:assert/strict';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AgentRow, ParameterRow } from '../../../server/src/languages/crm/agent-row';

interface Read {
  toRow(id: string, xml: string): AgentRow | undefined;
}
interface Merge {
  completed(newer: AgentRow | undefined, older: AgentRow): AgentRow;
  curate(rows: AgentRow[], curated: { agents: AgentRow[]; types: Record<string, Record<string, object>> }): AgentRow[];
}

const script = async <T>(name: string): Promise<T> =>
  (await import(pathToFileURL(join(import.meta.dirname, '../../../scripts/harvest', name)).href)) as T;

const agent = (body: string) => `<resource-agent name="x">${body}</resource-agent>`;
const parameter = (attributes: string, content: string) =>
  agent(`<parameters><parameter ${attributes}>${content}</parameter></parameters>`);

suite('harvest', () => {
  let read: Read;
  let merge: Merge;
  suiteSetup(async () => {
    read = await script<Read>('read.mjs');
    merge = await script<Merge>('merge.mjs');
  });
  const first = (id: string, xml: string): ParameterRow | undefined => read.toRow(id, xml)?.parameters[0];

  test('takes names, types and defaults, and no text', () => {
    const xml = parameter(
      'name="ip" required="1" unique="1"',
      '<longdesc lang="en">words</longdesc><content type="string" default="10.0.0.1"/>',
    );
    const row = { name: 'ip', type: { kind: 'string' }, default: '10.0.0.1', required: true, unique: true };
    assert.deepEqual(first('ocf:a:b', xml), row);
  });

  test('lists of values become enumerations', () => {
    const xml = parameter('name="m"', '<content type="select"><option value="on"/><option value="off"/></content>');
    assert.deepEqual(first('ocf:a:b', xml)?.type, { kind: 'enum', values: ['on', 'off'] });
  });

  test('a type that its own default is not of is not believed', () => {
    const typed = (type: string, value: string) =>
      first('ocf:a:b', parameter('name="p"', `<content type="${type}" default="${value}"/>`))?.type;
    assert.deepEqual(typed('integer', '5s'), { kind: 'duration' });
    assert.deepEqual(typed('integer', 'pingd'), { kind: 'string' });
    assert.deepEqual(typed('boolean', '/var/lib'), { kind: 'string' });
    assert.deepEqual(typed('boolean', 'yes'), { kind: 'boolean' });
  });

  test('what the cluster gives to a fence agent is not required', () => {
    const xml = parameter('name="plug" required="1"', '<content type="string"/>');
    assert.equal(first('stonith:fence_x', xml)?.required, undefined);
    assert.equal(first('ocf:a:b', xml)?.required, true);
  });

  test('expands the entities of XML itself; metadata that declare their own give no row', () => {
    const xml = parameter('name="p"', '<content type="string" default="&lt;"/>');
    assert.equal(first('ocf:a:b', xml)?.default, '<');
    assert.equal(
      quietly(() => read.toRow('ocf:a:b', `<!DOCTYPE resource-agent [<!ENTITY e "boom">]>${xml}`)),
      undefined,
    );
  });

  test('XML that is no metadata gives no row', () => {
    assert.equal(
      quietly(() => read.toRow('ocf:a:b', '<html/>')),
      undefined,
    );
  });

  test('a group of one is unique; those of a larger group are so together', () => {
    const row = (name: string, group: string) => `<parameter name="${name}" unique-group="${group}"/>`;
    const xml = agent(`<parameters>${row('state', 's')}${row('server', 'a')}${row('port', 'a')}</parameters>`);
    const type = { kind: 'string' };
    assert.deepEqual(read.toRow('ocf:a:b', xml)?.parameters, [
      { name: 'state', type, unique: true },
      { name: 'server', type, uniqueGroup: 'a' },
      { name: 'port', type, uniqueGroup: 'a' },
    ]);
  });

  test('promote and demote make an agent promotable', () => {
    const xml = agent('<actions><action name="promote"/><action name="demote"/><action name="meta-data"/></actions>');
    assert.deepEqual(read.toRow('ocf:a:b', xml), {
      id: 'ocf:a:b',
      promotable: true,
      parameters: [],
      actions: [{ name: 'promote' }, { name: 'demote' }],
    });
  });

  test('a newer row keeps what only the older one has, no longer required', () => {
    const row = (...parameters: ParameterRow[]): AgentRow => ({ id: 'ocf:a:b', parameters, actions: [] });
    const string = { kind: 'string' } as const;
    const merged = merge.completed(
      row({ name: 'new', type: string }),
      row({ name: 'old', type: string, required: true }),
    );
    assert.deepEqual(merged.parameters, [
      { name: 'new', type: string },
      { name: 'old', type: string },
    ]);
  });

  test('types by hand come last, and agents by hand only where there is none', () => {
    const row: AgentRow = { id: 'ocf:a:b', parameters: [{ name: 'p', type: { kind: 'string' } }], actions: [] };
    const more: AgentRow = { id: 'ocf:a:c', parameters: [], actions: [] };
    const types = { 'ocf:a:*': { p: { kind: 'boolean' } }, 'ocf:a:b': { p: { kind: 'port' } } };
    const rows = merge.curate([row], { agents: [{ ...row, parameters: [] }, more], types });
    assert.deepEqual(rows, [{ ...row, parameters: [{ name: 'p', type: { kind: 'port' } }] }, more]);
  });
});

function quietly<T>(work: () => T): T {
  const log = console.error;
  console.error = () => undefined;
  try {
    return work();
  } finally {
    console.error = log;
  }
}
