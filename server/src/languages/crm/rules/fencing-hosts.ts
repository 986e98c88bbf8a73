import type { Span } from '../../../base/span';
import { nearest } from '../../../base/suggest';
import { changeTo } from '../../../core/lint/fixes';
import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { Unit } from '../../../core/workspace/unit';
import { attributesOf, type CrmModel } from '../model';
import { isTemplated } from '../parser/references';
import type { Statement } from '../statement';
import { isWholeCluster } from '../whole';
import { nodesOf } from './shared-drbd';

export const fencingHosts = defineRule<CrmModel>()({
  id: 'crm/fencing-hosts',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['primitive'],
  docs: {
    en: 'A fencing device knows by pcmk_host_list or pcmk_host_map which nodes it can switch off. A name that is no node is of no use, and a node that no device knows cannot be fenced: the cluster waits for that without end. A map has “:” between node and port, and “;” between pairs.',
    ja: 'フェンシングデバイスは、pcmk_host_list または pcmk_host_map で対象ノードを知る。ノードでない名前には意味がなく、どのデバイスにもないノードはフェンシングできず、クラスタは待ち続ける。pcmk_host_map はノードとポートの間を「:」、組の間を「;」で区切る。',
  },
  messages: {
    unknown: { en: '“{name}” is no node of this cluster.', ja: '「{name}」というノードはない。' },
    nearest: {
      en: '“{name}” is no node of this cluster. Did you mean “{other}”?',
      ja: '「{name}」というノードはない。「{other}」の誤りでは？',
    },
    covered: {
      en: 'No fencing device covers {nodes}.',
      ja: '{nodes} を対象とするフェンシングデバイスがない。',
    },
    map: {
      en: 'A host map has “:” between node and port, and “;” between pairs: {right}.',
      ja: 'pcmk_host_map はノードとポートの間を「:」、組の間を「;」で区切る（{right}）。',
    },
  },
  examples: {
    bad: [
      'node alice\nnode bob\nprimitive st stonith:fence_ipmilan params ip=10.0.0.1 pcmk_host_list="alcie bob"\n',
      'node alice\nnode bob\nprimitive st stonith:fence_ipmilan params ip=10.0.0.1 pcmk_host_list=alice\n',
      'primitive st stonith:fence_ipmilan params ip=10.0.0.1 pcmk_host_map="alice=1,bob=2"\n',
    ],
    good: [
      'node alice\nnode bob\nprimitive st stonith:fence_ipmilan params ip=10.0.0.1 pcmk_host_list="alice bob"\n',
      'node alice\nnode bob\nprimitive st stonith:fence_ipmilan params ip=10.0.0.1 pcmk_host_map="alice:1;bob:2"\n',
      'node alice\nnode bob\nprimitive st stonith:fence_sbd params devices=/dev/x\n',
      'primitive st stonith:fence_ipmilan params ip=10.0.0.1 pcmk_host_list=alice\n',
    ],
  },
  source: 'pacemaker 2.1.5, lib/fencing/st_client.c and daemons/fenced/fenced_commands.c, build_port_aliases',
  check(unit, context) {
    const { statement } = unit.model;
    if (!statement?.agent?.value.startsWith('stonith:')) return;
    for (const { value, valueSpan } of attributesOf(statement, 'params').filter(({ name }) => name === 'pcmk_host_map'))
      if (value && valueSpan && !isTemplated(value) && /=/.test(value)) reportMap(value, valueSpan, context);
    const nodes = isWholeCluster(context) ? nodesOf(context) : [];
    const hosts = hostsOf(statement, unit.text);
    if (nodes.length === 0 || !hosts) return;
    for (const { name, span } of hosts) {
      if (
        nodes.includes(name) ||
        isTemplated(name) ||
        context.has('crm.remote-node', name) ||
        context.has('crm.resource', name)
      )
        continue;
      const other = nearest(name, nodes);
      context.report(other === undefined ? 'unknown' : 'nearest', span, {
        args: { name, other: other ?? '' },
        fixes: () => changeTo(span, other),
      });
    }
    reportCover(statement, nodes, context);
  },
});

interface Host {
  readonly name: string;
  readonly span: Span;
}

/** The hosts that a device names; undefined if it names none, and so finds out by itself. */
function hostsOf(statement: Statement, text: string): Host[] | undefined {
  const lists = attributesOf(statement, 'params').filter(({ name }) =>
    /^(?:pcmk_host_list|pcmk_host_map|hostlist|hostname)$/.test(name),
  );
  if (lists.length === 0) return undefined;
  return lists.flatMap(({ name, value = '', valueSpan }) => {
    if (!valueSpan || isTemplated(value)) return [];
    const words = name === 'pcmk_host_map' ? /([^\s;:=,"']+)[:=][^\s;]*/g : /([^\s,;"']+)/g;
    // As it stands there, quotes and all: places have to be right.
    return [...text.slice(valueSpan.start, valueSpan.end).matchAll(words)].map((match) => {
      const start = valueSpan.start + match.index;
      return { name: match[1] ?? '', span: { start, end: start + (match[1] ?? '').length } };
    });
  });
}

/** Said once, at the first device: which nodes none covers. Devices that find out by themselves cover all. */
function reportCover(statement: Statement, nodes: readonly string[], context: RuleContext): void {
  const devices = context.lookup('crm.fencing', 'device').map(({ unit }) => unit as Unit<CrmModel>);
  if (devices[0]?.model.statement?.name?.text !== statement.name?.text || !statement.agent) return;
  const covered = new Set<string>();
  for (const device of devices) {
    const declared = device.model.statement;
    const hosts = declared && hostsOf(declared, device.text);
    if (!hosts || declared.template || hosts.some(({ name }) => isTemplated(name))) return;
    for (const { name } of hosts) covered.add(name);
  }
  const open = nodes.filter((node) => !covered.has(node));
  if (open.length > 0 && open.length < nodes.length)
    context.report('covered', statement.agent, { args: { nodes: open.join(', ') } });
}

function reportMap(value: string, span: Span, context: RuleContext): void {
  const right = value
    .split(/[;,\s]+/)
    .map((pair) => pair.replace('=', ':'))
    .join(';');
  context.report('map', span, {
    args: { right },
    fixes: () => [
      { title: { en: `Write ${right}`, ja: `${right} と書く` }, safe: false, edits: [{ span, newText: right }] },
    ],
  });
}
