import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { Unit } from '../../../core/workspace/unit';
import type { Configuration } from '../effective/configuration';
import type { CrmModel } from '../model';
import { isWholeCluster } from '../whole';
import { isFalse, propertyOf } from './shared-clones';
import { configurationOf, nodesOf } from './shared-drbd';
import { withContainers } from './shared-graph';
import { hasOtherPlaces, isAllowing, placesOf } from './shared-places';
import { bannedFrom, mustShare } from './shared-together';

export const nowhereToRun = defineRule<CrmModel>()({
  id: 'crm/nowhere-to-run',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['primitive'],
  docs: {
    en: 'No node is left for this resource: constraints ban it, or what it has to be with, from all that the file names; or the cluster is opt-in (`symmetric-cluster=false`) and no location of its own, or of its group or clone, allows it anywhere (a colocation does not). It stays stopped without a word.',
    ja: 'このリソースを動かせるノードがない。自身、または同じノードで動くべきリソースが、ファイルにある全ノードで禁止されている。あるいはオプトイン構成（`symmetric-cluster=false`）で、自身やそのグループ・クローンをどこかで許可する location がない（colocation では許可されない）。何の通知もなく停止したままになる。',
  },
  messages: {
    banned: {
      en: '“{name}” is banned from every node: {nodes}.',
      ja: '「{name}」はすべてのノード（{nodes}）で禁止されている。',
    },
    together: {
      en: '“{name}” has to be where {others} is, and together they are banned from every node: {nodes}.',
      ja: '「{name}」は {others} と同じノードで動く必要があるが、合わせるとすべてのノード（{nodes}）で禁止されている。',
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
      'node a\nnode b\nprimitive p Dummy\nprimitive q Dummy\ncolocation c inf: p q\nlocation l p -inf: a\nlocation m q -inf: b\n',
      'node a\nprimitive p Dummy\nprimitive q Dummy\nproperty symmetric-cluster=false\nlocation l p 100: a\ncolocation c inf: q p\n',
    ],
    good: [
      'node a\nnode b\nprimitive p Dummy\nlocation l p -inf: a\n',
      'node a\nprimitive p Dummy\nproperty symmetric-cluster=false\nlocation l p 100: a\n',
      'node a\nprimitive p Dummy\nprimitive q Dummy\ngroup g p q\nproperty symmetric-cluster=false\nlocation l g 0: a\n',
      'location l p -inf: a\nprimitive p Dummy\n',
    ],
  },
  source:
    'measured with pacemaker 2.1.5, crm_simulate; Pacemaker Explained 2.1, Deciding Which Nodes a Resource Can Run On',
  check(unit, context) {
    const name = unit.model.statement?.name;
    // Guests and remote nodes are nodes, too, that no statement names.
    if (!name || !isWholeCluster(context) || context.has('crm.more-nodes', '*')) return;
    const configuration = configurationOf(unit, context);
    const nodes = nodesOf(context);
    const areAllBanned = nodes.length > 0 && nodes.every((node) => context.has('crm.ban', node));
    const cause = areAllBanned ? causeOf(configuration, name.text, nodes) : undefined;
    if (cause)
      context.report(cause.length === 0 ? 'banned' : 'together', name.span, {
        args: { name: name.text, nodes: nodes.join(', '), others: cause.join(', ') },
      });
    else if (nodes.length > 0 && isOptIn(context) && !isAllowed(unit, configuration, context))
      context.report('optIn', name.span, { args: { name: name.text } });
  },
});

/**
 * The other resources that leave no node for one, none if its own bans do; undefined if it can run, or if one that it
 * needs cannot run by itself: that has the finding.
 */
function causeOf(configuration: Configuration, name: string, nodes: readonly string[]): string[] | undefined {
  const needed = mustShare(configuration, name);
  const covers = (names: readonly string[]): boolean => {
    const banned = new Set(names.flatMap((one) => bannedFrom(configuration, one)));
    return banned.size > 0 && nodes.every((node) => banned.has(node));
  };
  if (!covers(needed)) return undefined;
  const own = withContainers(configuration, name);
  const others = needed.filter((one) => !own.includes(one));
  const isFollowing = others.some((other) => {
    const theirs = mustShare(configuration, other);
    return !theirs.includes(name) && covers(theirs);
  });
  if (isFollowing) return undefined;
  return covers(own) ? [] : others.filter((other) => bannedFrom(configuration, other).length > 0);
}

const isOptIn = (context: RuleContext): boolean => isFalse(propertyOf(context, 'symmetric-cluster'));

/** Whether a place, a rule or a role allows the resource a node; what it is placed with does not. */
function isAllowed(unit: Unit<CrmModel>, configuration: Configuration, context: RuleContext): boolean {
  const { statement } = unit.model;
  // Fencing devices run wherever they are needed, and patterns may mean anything.
  if (!statement?.name || statement.agent?.value.startsWith('stonith:') || context.has('crm.location-pattern', '*'))
    return true;
  return withContainers(configuration, statement.name.text).some(
    (name) =>
      placesOf(configuration, name).some(({ score }) => isAllowing(score)) || hasOtherPlaces(configuration, name),
  );
}
