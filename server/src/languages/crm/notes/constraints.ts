import { own } from '../../../base/maps';
import { code, escapeMarkdown } from '../../../base/markdown';
import type { Speaker } from '../../../base/text';
import type { Member, ResourceSet, Rule, Statement } from '../statement';
import { ruleWords } from './rules';
import { pointsOf, signed } from './scores';

/** What a constraint says, one sentence an item; empty for other statements and for what could not be read. */
export function constraintWords(statement: Statement, t: Speaker): string[] {
  switch (statement.kind) {
    case 'location':
      return locationWords(statement, t);
    case 'colocation':
      return colocationWords(statement, t);
    case 'order':
      return orderWords(statement, t);
    case 'rsc_ticket':
      return ticketWords(statement, t);
    default:
      return [];
  }
}

const attributeOf = (statement: Statement, wanted: string): string | undefined =>
  statement.constraintAttributes.find(({ name }) => name.toLowerCase() === wanted)?.value;

/** A resource with the role that it has here. */
function inRole(name: string, role: string | undefined, t: Speaker): string {
  const as = role && escapeMarkdown(role);
  return as ? t(`${code(name)} as ${as}`, `${code(name)}（${as}）`) : code(name);
}

function subject(statement: Statement, t: Speaker): string {
  if (statement.pattern !== undefined)
    return t(
      `each resource that matches ${code(statement.pattern)}`,
      `${code(statement.pattern)} に一致する各リソース`,
    );
  const role = attributeOf(statement, 'role');
  return statement.members.map(({ name, qualifier }) => inRole(name, qualifier ?? role, t)).join(t(', ', '、'));
}

function locationWords(statement: Statement, t: Speaker): string[] {
  const who = subject(statement, t);
  if (statement.rules.length > 0) return statement.rules.map((rule) => ruleSentence(who, rule, t));
  const { node, score } = statement;
  if (!node || !score) return [];
  const where = code(node.name);
  const points = pointsOf(score.text);
  if (points === undefined) return [];
  if (points === Number.POSITIVE_INFINITY)
    return [t(`${who} runs on ${where} whenever that is possible.`, `${who} は可能な限り ${where} で動作する。`)];
  if (points === Number.NEGATIVE_INFINITY)
    return [t(`${who} never runs on ${where}.`, `${who} は ${where} では決して動作しない。`)];
  return [
    points < 0
      ? t(`${who} avoids ${where} (−${-points} points).`, `${who} は ${where} をなるべく避ける（−${-points} 点）。`)
      : t(`${who} prefers ${where} (+${points} points).`, `${who} は ${where} を優先する（+${points} 点）。`),
  ];
}

/** What a rule does to a resource on a node. */
function ruleSentence(who: string, rule: Rule, t: Speaker): string {
  const as = rule.role && escapeMarkdown(rule.role);
  const resource = as ? t(`${who} as ${as}`, `${who}（${as}）`) : who;
  if (rule.id?.kind === 'id-ref')
    return t(`${resource}: the rule ${code(rule.id.value)}.`, `${resource}: ルール ${code(rule.id.value)} に従う。`);
  const when = ruleWords(rule, t);
  const points = pointsOf(rule.score);
  if (points === undefined)
    return t(
      `${resource} gets as many points as the node's attribute ${code(rule.score ?? '')} says, where ${when}.`,
      `条件「${when}」を満たすノードで、${resource} はノード属性 ${code(rule.score ?? '')} の値だけ加点される。`,
    );
  if (rule.expressions.length > 0 && rule.expressions.every(({ kind }) => kind === 'date'))
    return t(
      `${resource}: ${signed(points)} on all nodes, ${when}.`,
      `${resource}: 全ノードで ${signed(points)}（${when}）。`,
    );
  return nodesSentence(resource, points, when, t);
}

function nodesSentence(who: string, points: number, when: string, t: Speaker): string {
  const nodes = `条件「${when}」を満たすノード`;
  if (points === Number.POSITIVE_INFINITY)
    return t(`${who} runs, whenever that is possible, where ${when}.`, `${who} は可能な限り、${nodes}で動作する。`);
  if (points === Number.NEGATIVE_INFINITY)
    return t(`${who} never runs where ${when}.`, `${who} は、${nodes}では決して動作しない。`);
  return points < 0
    ? t(
        `${who} avoids nodes where ${when} (−${-points} points).`,
        `${who} は、${nodes}をなるべく避ける（−${-points} 点）。`,
      )
    : t(`${who} prefers nodes where ${when} (+${points} points).`, `${who} は、${nodes}を優先する（+${points} 点）。`);
}

function colocationWords({ members, score, resourceSets, ...statement }: Statement, t: Speaker): string[] {
  const points = pointsOf(score?.text ?? '');
  if (points === undefined || members.length < 2) return [];
  const place = statement.constraintAttributes.find(({ name }) => name.toLowerCase() === 'node-attribute')?.value;
  const node = place
    ? t(`on nodes with the same ${code(place)}`, `${code(place)} の値が同じノード`)
    : t('on the same node', '同じノード');
  const names = members.map(({ name, qualifier }) => inRole(name, qualifier, t));
  const [one = '', other = ''] = names;
  if (resourceSets) return [together(names.join(t(', ', '、')), points, node, t)];
  if (points === Number.POSITIVE_INFINITY)
    return [
      t(
        place
          ? `${one} runs only ${node} as ${other}.`
          : `${one} runs only on the node where ${stateOf(members[1], t)}.`,
        `${one} は ${other} と${node}でしか動作しない。`,
      ),
    ];
  if (points === Number.NEGATIVE_INFINITY)
    return [t(`${one} never runs ${node} as ${other}.`, `${one} は ${other} と${node}では決して動作しない。`)];
  return [
    points < 0
      ? t(
          `${one} rather does not run ${node} as ${other} (−${-points} points).`,
          `${one} は ${other} と${node}をなるべく避ける（−${-points} 点）。`,
        )
      : t(
          `${one} prefers to run ${node} as ${other} (+${points} points).`,
          `${one} は ${other} と${node}を優先する（+${points} 点）。`,
        ),
  ];
}

/** `m is Promoted`, `fs runs`. */
const stateOf = (member: Member | undefined, t: Speaker): string => {
  const name = code(member?.name ?? '');
  const role = member?.qualifier && escapeMarkdown(member.qualifier);
  return role ? t(`${name} is ${role}`, `${name} が ${role}`) : t(`${name} runs`, `${name} が動作`);
};

function together(names: string, points: number, node: string, t: Speaker): string {
  if (points === Number.POSITIVE_INFINITY) return t(`${names} run ${node}.`, `${names} は${node}で動作する。`);
  if (points === Number.NEGATIVE_INFINITY)
    return t(`${names} never run ${node}.`, `${names} が${node}で動作することはない。`);
  return points < 0
    ? t(
        `${names} rather do not run ${node} (−${-points} points).`,
        `${names} は${node}をなるべく避ける（−${-points} 点）。`,
      )
    : t(`${names} prefer to run ${node} (+${points} points).`, `${names} は${node}を優先する（+${points} 点）。`);
}

const actions: Readonly<Record<string, readonly [en: string, ja: string]>> = {
  start: ['starts', '起動'],
  stop: ['stops', '停止'],
  promote: ['is promoted', '昇格'],
  demote: ['is demoted', '降格'],
};

/** What happens to a resource in an order, `start` if nothing is said: as crmsh, the first one's action for the second, too. */
function step(name: string, action: string, t: Speaker): string {
  const [en, ja] = own(actions, action.toLowerCase()) ?? [code(action), code(action)];
  return t(`${code(name)} ${en}`, `${code(name)} の${ja}`);
}

function orderWords(statement: Statement, t: Speaker): string[] {
  const { members, resourceSets, score } = statement;
  if (members.length < 2) return [];
  const steps = resourceSets
    ? resourceSets.map((set) => setSteps(set, t))
    : members.map((member, i) => step(member.name, actionOf(members, i), t));
  const kind = (score?.text ?? 'mandatory').toLowerCase();
  if (kind === 'serialize')
    return [t(`Never at the same time: ${steps.join(', ')}.`, `同時には実行しない: ${steps.join('、')}。`)];
  const row = t(`First ${steps.join(', then ')}.`, `${steps.join(' → ')}の順。`);
  const optional = kind === 'optional' || pointsOf(score?.text) === 0;
  const force = optional
    ? t('Only where both happen at the same time anyway.', '両方が同時に行われる場合だけ順序を守る。')
    : t(
        'What comes later waits, and does not run without what comes first.',
        '後のものは待ち、先のものがなければ動作しない。',
      );
  const isOneWay = /^(?:false|no|off|0|n)$/i.test(attributeOf(statement, 'symmetrical') ?? '');
  const back = isOneWay
    ? t('The way back has no order (symmetrical=false).', '逆方向の順序は決めない（symmetrical=false）。')
    : t('The way back is the reverse.', '停止などの逆方向は逆順になる。');
  return [row, force, back];
}

function actionOf(members: readonly Member[], i: number): string {
  return members[i]?.qualifier ?? members[0]?.qualifier ?? 'start';
}

function setSteps({ members, qualifier, sequential, requireAll }: ResourceSet, t: Speaker): string {
  const steps = members.map((name) => step(name, qualifier || 'start', t));
  if (sequential || steps.length < 2) return steps.join(t(', then ', ' → '));
  return requireAll
    ? t(`${steps.join(' and ')} in any order`, `${steps.join(' と ')}（順不同）`)
    : t(`${steps.join(' or ')} (one is enough)`, `${steps.join(' または ')}（どれか 1 つでよい）`);
}

const losses: Readonly<Record<string, readonly [en: string, ja: string]>> = {
  stop: ['it is stopped', '停止する'],
  demote: ['it is demoted', '降格する'],
  fence: ['the nodes that run it are fenced', '動作しているノードをフェンシングする'],
  freeze: ['it is left alone', 'そのまま何もしない'],
};

function ticketWords(statement: Statement, t: Speaker): string[] {
  if (statement.ticket === undefined || statement.members.length === 0) return [];
  const who = subject(statement, t);
  const ticket = code(statement.ticket);
  const said = attributeOf(statement, 'loss-policy');
  const promotes = statement.members.some(({ qualifier }) => /^(?:master|promoted)$/i.test(qualifier ?? ''));
  const [en, ja] = own(losses, (said ?? (promotes ? 'demote' : 'stop')).toLowerCase()) ?? [];
  return [
    t(
      `${who} runs only while this site holds the ticket ${ticket}.`,
      `${who} は、このサイトがチケット ${ticket} を持つ間だけ動作する。`,
    ),
    ...(en && ja ? [t(`Once the ticket is lost, ${en}.`, `チケットを失うと${ja}。`)] : []),
  ];
}
