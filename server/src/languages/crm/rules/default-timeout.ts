import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { Fix } from '../../../core/workspace/unit';
import { advisedAction } from '../advised';
import { insert } from '../edits';
import type { AgentFact } from '../facts';
import type { CrmModel } from '../model';
import { isTemplated } from '../parser/references';
import type { Statement } from '../statement';
import { seconds } from '../values';

export const defaultTimeout = defineRule<CrmModel>()({
  id: 'crm/default-timeout',
  severity: 'hint',
  since: '0.1.0',
  docs: {
    en: 'An operation without a timeout gets the one of op_defaults, or 20 seconds, and the agent’s authors advise more. That goes for start and stop too where they are not written at all. A stop that does not end in time means fencing. crm verify compares with op_defaults only. Write the advised values, or set a timeout in op_defaults that is long enough for all.',
    ja: 'timeout のないオペレーションには op_defaults の値か 20 秒が適用されるが、エージェントの推奨値はそれより長い。start と stop は書かれていなくても実行されるため、同じことが当てはまる。stop が時間内に終わらないとフェンシングされる。crm verify が比較するのは op_defaults の値だけである。推奨値を書くか、全体に十分な timeout を op_defaults に設定すること。',
  },
  messages: {
    defaults: {
      en: 'op_defaults give {value} to {operations}: the agent advises more.',
      ja: '{operations} には op_defaults の {value} が適用されるが、推奨値（括弧内）より短い。',
    },
    builtIn: {
      en: 'Without timeout= these get 20s, and the agent advises more: {operations}.',
      ja: 'timeout= がないため 20s が適用され、推奨値（括弧内）より短い: {operations}。',
    },
  },
  examples: {
    bad: [
      'primitive fs Filesystem params device=/dev/a directory=/srv fstype=xfs op monitor interval=20s timeout=40s',
      'op_defaults timeout=30s\nprimitive fs Filesystem params device=/dev/a directory=/srv fstype=xfs op monitor interval=20s\n',
    ],
    good: [
      'primitive fs Filesystem params device=/dev/a directory=/srv fstype=xfs op start timeout=60s interval=0 op stop timeout=60s interval=0',
      'op_defaults timeout=120s\nprimitive fs Filesystem params device=/dev/a directory=/srv fstype=xfs op monitor interval=20s\n',
      'primitive a ocf:heartbeat:Dummy',
    ],
  },
  source: 'crmsh 4.4.1, crmsh/ra.py, sanity_check_ops; pacemaker 2.1.5, default action timeout',
  kinds: ['primitive', 'rsc_template'],
  check({ model: { statement, agent } }, context) {
    if (!statement?.agent || !agent || statement.operations.some(({ sets }) => sets.length > 0)) return;
    if (statement.operations.some(({ attributes }) => attributes.some(({ name }) => isTemplated(name)))) return;
    const given = defaultsOf(context);
    if (given === undefined) return;
    const short = shortOperations(statement, agent, given.seconds);
    if (short.length === 0) return;
    context.report(given.value === undefined ? 'builtIn' : 'defaults', statement.agent, {
      ...(given.value !== undefined && { severity: 'information' }),
      args: {
        value: given.value ?? '',
        operations: [...new Set(short.map(({ name, advised }) => `${name} (${advised})`))].join(', '),
      },
      fixes: () => [addTimeouts(statement, short)],
    });
  },
});

/** The timeout that an operation without one gets; undefined where that depends. */
function defaultsOf({ lookup }: RuleContext): { readonly value?: string; readonly seconds: number } | undefined {
  const [given, ...more] = lookup('crm.op_defaults', 'timeout');
  if (!given) return { seconds: 20 };
  const value = given.entry.value ?? '';
  const rules = (given.unit.model as CrmModel).statement?.sets[0]?.rules ?? [];
  const length = seconds(value);
  return more.length > 0 || rules.length > 0 || length === undefined ? undefined : { value, seconds: length };
}

interface Short {
  readonly name: string;
  readonly advised: string;
  /** Where `timeout=` goes; undefined: the operation is not written. */
  readonly at: number | undefined;
}

function shortOperations({ operations }: Statement, agent: AgentFact, length: number): Short[] {
  const isFence = agent.row.id.startsWith('stonith:');
  const written = operations.flatMap(({ name, attributes }): { name: string; role?: string; at: number }[] => {
    if (!name || attributes.some((attribute) => attribute.name === 'timeout' || /^[$@]/.test(attribute.name)))
      return [];
    const role = attributes.find((attribute) => attribute.name === 'role')?.value;
    return [{ name: name.value, at: name.end, ...(role !== undefined && { role }) }];
  });
  const names = new Set(operations.map(({ name }) => name?.value));
  const unwritten = isFence ? [] : ['start', 'stop'].filter((name) => !names.has(name)).map((name) => ({ name }));
  return [...written, ...unwritten].flatMap((operation: { name: string; role?: string; at?: number }) => {
    const { name, role, at } = operation;
    const advised = isFence && name !== 'monitor' ? undefined : advisedAction(agent, name, role)?.timeout;
    const wanted = advised === undefined ? undefined : seconds(advised);
    return advised === undefined || wanted === undefined || wanted <= length ? [] : [{ name, advised, at }];
  });
}

/** Behind the operations' names, and new operations behind the last one, or behind everything. */
function addTimeouts({ operations, sections, agent }: Statement, short: readonly Short[]): Fix {
  const last = operations.at(-1);
  const lastSet = sections.findLast((section) => 'attributes' in section);
  const end =
    (last ? (last.attributes.at(-1)?.word ?? last.name)?.end : undefined) ??
    (lastSet && 'attributes' in lastSet ? (lastSet.attributes.at(-1)?.word ?? lastSet.head)?.end : undefined) ??
    agent?.end ??
    0;
  const lines = short.filter(({ at }) => at === undefined);
  const added = lines.map(({ name, advised }) => ` \\\n  op ${name} timeout=${advised} interval=0`).join('');
  return {
    title: { en: 'Write the advised timeouts', ja: '推奨タイムアウトを書く' },
    safe: false,
    edits: [
      ...short.flatMap(({ at, advised }) => (at === undefined ? [] : [insert(at, ` timeout=${advised}`)])),
      ...(added === '' ? [] : [insert(end, added)]),
    ],
  };
}
