import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { Unit } from '../../../core/workspace/unit';
import { type Configuration, membersOf } from '../effective/configuration';
import { constraintsOf } from '../effective/constraints';
import type { CrmModel } from '../model';
import { isWholeCluster } from '../whole';
import { propertyOf } from './shared-clones';
import { configurationOf, nodesOf } from './shared-drbd';
import { isBan, withContainers } from './shared-graph';
import { hasOtherPlaces, isAllowing, placesOf } from './shared-places';

export const nowhereToRun = defineRule<CrmModel>()({
  id: 'crm/nowhere-to-run',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['primitive'],
  docs: {
    en: 'No node is left for this resource: constraints ban it from all that the file names, or the cluster is opt-in (`symmetric-cluster=false`) and nothing allows it anywhere. It stays stopped without a word.',
    ja: 'このリソースを動かせるノードがない。ファイルにある全ノードが制約で禁止されているか、オプトイン構成（`symmetric-cluster=false`）でどこにも許可されていない。何の通知もなく停止したままになる。',
  },
  messages: {
    banned: {
      en: '“{name}” is banned from every node: {nodes}.',
      ja: '「{name}」はすべてのノード（{nodes}）で禁止されている。',
    },
    optIn: {
      en: 'With symmetric-cluster=false “{name}” needs a location that allows it somewhere.',
      ja: 'symmetric-cluster=false では、「{name}」をどこかで許可する location が必要である。',
    },
  },
  examples: {
    bad: [
      'node a\nnode b\nprimitive p Dummy\nlocation l p -inf: a\nlocation m p -inf: b\n',
      'node a\nprimitive p Dummy\nproperty symmetric-cluster=false\n',
    ],
    good: [
      'node a\nnode b\nprimitive p Dummy\nlocation l p -inf: a\n',
      'node a\nprimitive p Dummy\nproperty symmetric-cluster=false\nlocation l p 100: a\n',
      'node a\nprimitive p Dummy\nprimitive q Dummy\nproperty symmetric-cluster=false\nlocation l p 100: a\ncolocation c inf: q p\n',
      'location l p -inf: a\nprimitive p Dummy\n',
    ],
  },
  source: 'https://clusterlabs.org/projects/pacemaker/doc/2.1/Pacemaker_Explained/html/constraints.html',
  check(unit, context) {
    const name = unit.model.statement?.name;
    if (!name || !isWholeCluster(context)) return;
    const configuration = configurationOf(unit, context);
    const names = withContainers(configuration, name.text);
    const places = names.flatMap((one) => placesOf(configuration, one));
    const nodes = nodesOf(context);
    const banned = new Set(places.filter(({ score }) => isBan(score)).map(({ node }) => node));
    if (nodes.length > 0 && nodes.every((node) => banned.has(node)))
      context.report('banned', name.span, { args: { name: name.text, nodes: nodes.join(', ') } });
    else if (nodes.length > 0 && !banned.size && isOptIn(context) && !isAllowed(unit, configuration, context, names))
      context.report('optIn', name.span, { args: { name: name.text } });
  },
});

const isOptIn = (context: RuleContext): boolean =>
  /^["']?(?:false|no|off|n|0)["']?$/i.test(propertyOf(context, 'symmetric-cluster') ?? '');

/** Whether a place, a rule, a member of the same group or a resource that it is placed with allows a node. */
function isAllowed(
  unit: Unit<CrmModel>,
  configuration: Configuration,
  context: RuleContext,
  names: readonly string[],
): boolean {
  // Fencing devices run wherever they are needed, and patterns may mean anything.
  if (unit.model.statement?.agent?.value.startsWith('stonith:') || context.has('crm.location-pattern', '*'))
    return true;
  const all = new Set(names.flatMap((name) => [name, ...membersOf(configuration, name)]));
  return [...all].some(
    (name) =>
      placesOf(configuration, name).some(({ score }) => isAllowing(score)) ||
      hasOtherPlaces(configuration, name) ||
      constraintsOf(configuration, name).some(
        (constraint) =>
          constraint.kind === 'colocation' && constraint.dependent.name === name && !constraint.score.startsWith('-'),
      ),
  );
}
