import { childrenOf, descendants, element, type XmlElement } from '../../../server/src/languages/crm/cib/xml';
import type { Random } from '../../fuzz/random';

const values = [
  ...[
    '',
    'a',
    'a b',
    'inf',
    'INFINITY',
    '-INFINITY',
    '5',
    '0',
    'true',
    'false',
    'yes',
    'Started',
    'Promoted',
    'Master',
  ],
  ...['x"y', "it's", 'é', '\\', 'rule', 'meta', '$id', '@x', '#x', 'a=b', 'x:y', '(', '{', '_rsc_set_', '1a', 'b c"'],
  ...['start', 'stop', 'eq', 'or', 'and', 'in_range', 'lt', 'ocf', 'heartbeat', 'n1', 'Mandatory'],
];
const names = [
  ...['score', 'score-attribute', 'role', 'id', 'name', 'value', 'description', 'sequential', 'require-all', 'action'],
  ...['kind', 'id-ref', 'type', 'operation', 'boolean-op', 'foo', 'rsc', 'target', 'index', 'uname', 'xpath', 'tag'],
];
const tags = ['foo', 'rule', 'nvpair', 'meta_attributes', 'instance_attributes', 'operations', 'resource_set'];
const comments = [' c ', '# x', 'é', ' a\\', ''];
const referable = new Set(['rule', 'utilization', 'operations', 'meta_attributes', 'instance_attributes', 'nvpair']);
/** Twice the same resource: crmsh loses one of them. */
const single = new Set(['primitive', 'group', 'clone', 'master', 'bundle', 'template']);
const schemas = ['1.0', '1.2', '2.10', '3.0', '3.6', '3.9'];

type Change = (random: Random, target: XmlElement, all: readonly XmlElement[], root: XmlElement) => void;

const place = (random: Random, { children }: XmlElement): number => random.below(children.length + 1);

const changes: readonly Change[] = [
  (random, { attributes }) => attributes.delete(random.pick([...attributes.keys(), ''])),
  (random, { attributes }) =>
    attributes.size > 0 && attributes.set(random.pick([...attributes.keys()]), random.pick(values)),
  (random, { attributes }) => attributes.set(random.pick(names), random.pick(values)),
  (random, target) => target.children.splice(place(random, target), 1),
  (random, target, all) => {
    const other = random.pick(all);
    if (!single.has(other.tag)) target.children.splice(place(random, target), 0, structuredClone(other));
  },
  (_random, { children }) => children.reverse(),
  (random, target) => target.children.splice(place(random, target), 0, { comment: random.pick(comments) }),
  (random, { children }) => children.push(element(random.pick(tags), { id: random.pick(['q1', undefined]) })),
  (random, _target, all) => {
    const one = random.pick(all);
    const like = all.filter((other) => other !== one && other.tag === one.tag && referable.has(other.tag));
    const id = one.attributes.get('id');
    if (like.length === 0 || id === undefined) return;
    const user = random.pick(like);
    user.attributes.clear();
    user.attributes.set('id-ref', id);
    user.children.length = 0;
  },
  (random, _target, _all, root) => root.attributes.set('validate-with', `pacemaker-${random.pick(schemas)}`),
];

/** Changes a CIB in some place below its sections: most of what comes of it is wrong in some way. */
export function mutateCib(root: XmlElement, random: Random): void {
  const [configuration] = childrenOf(root, 'configuration');
  const sections = configuration ? childrenOf(configuration) : [];
  const all = sections.flatMap((section) => childrenOf(section).flatMap((child) => [...descendants(child)]));
  if (all.length > 0) random.pick(changes)(random, random.pick(all), all, root);
}
