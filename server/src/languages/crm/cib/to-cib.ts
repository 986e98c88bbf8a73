import { own } from '../../../base/maps';
import type { Parsed } from '../../../core/workspace/unit';
import type { CrmFacts } from '../facts';
import { asAscii } from '../lexer';
import type { CrmParsed } from '../statement';
import { Ids } from './ids';
import { lowerStatement } from './lower/lower';
import { childReference } from './lower/resources';
import { type CibObject, CibObjects } from './objects';
import { newestSchema, schemaTraits } from './schema';
import { childrenOf, descendants, element, isElement, type XmlComment, type XmlElement, type XmlNode } from './xml';

/** A logical line, as the file keeps it. */
export interface CibSource {
  readonly text: string;
  /** One that this language made. */
  readonly parsed: Parsed;
}

export interface ToCibOptions {
  readonly facts: CrmFacts;
  /** The cluster's schema, as `validate-with` says it. The newest that crmsh 4.4.1 was measured with if it is not given. */
  readonly schema?: string;
}

/**
 * The CIB of an empty cluster into which crmsh has loaded these lines: the same elements in the same order with the same
 * ids (crmsh 4.4.1, `configure load update`; crmsh/cibconfig.py). Lines that are no statements, or that no XML can be
 * made of, are passed over; what crmsh would refuse the whole file for is for the parser and the rules to say.
 */
export function toCib(lines: Iterable<CibSource>, { facts, schema = newestSchema }: ToCibOptions): XmlElement {
  const context = { facts, schema: schemaTraits(schema) };
  const builder = new CibBuilder(schema, facts);
  let comments: XmlComment[] = [];
  for (const { text, parsed: read } of lines) {
    const parsed = read as CrmParsed;
    if (parsed.shape === 'comment') comments.push({ comment: asAscii(joined(text)) });
    const lowered = parsed.statement && lowerStatement(parsed.statement, context);
    if (!lowered) continue;
    // Comments belong to the statement behind them; those of defaults to the set within.
    (isDefaults(lowered) ? (childrenOf(lowered)[0] ?? lowered) : lowered).children.unshift(...comments);
    comments = [];
    builder.announce(lowered);
  }
  return builder.finish();
}

/** The text of a logical line, continued lines joined (crmsh 4.4.1, crmsh/utils.py, lines2cli). */
const joined = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim().replace(/\\+$/, ''))
    .join('')
    .trim();

const isDefaults = ({ tag }: XmlElement): boolean => tag === 'rsc_defaults' || tag === 'op_defaults';

/** Where an element goes (crmsh 4.4.1, crmsh/cibconfig.py, cib_object_map). */
const sections: Readonly<Record<string, string>> = {
  node: 'nodes',
  primitive: 'resources',
  group: 'resources',
  clone: 'resources',
  master: 'resources',
  template: 'resources',
  bundle: 'resources',
  rsc_location: 'constraints',
  rsc_colocation: 'constraints',
  rsc_order: 'constraints',
  rsc_ticket: 'constraints',
  cluster_property_set: 'crm_config',
  rsc_defaults: 'rsc_defaults',
  op_defaults: 'op_defaults',
  acl_role: 'acls',
  acl_user: 'acls',
  acl_target: 'acls',
  acl_group: 'acls',
  tag: 'tags',
  alert: 'alerts',
};

/** Kinds in the order in which crmsh makes them (crmsh 4.4.1, crmsh/xmlutil.py, _sort_xml_order). */
const ranks = new Map(
  [
    ...[['node'], ['template'], ['primitive'], ['bundle'], ['group'], ['master'], ['clone'], ['op'], ['tag']],
    ...[
      ['rsc_location', 'rsc_colocation', 'rsc_order'],
      ['rsc_ticket', 'fencing-topology'],
    ],
    ...[['cluster_property_set'], ['rsc_defaults'], ['op_defaults'], ['acl_role']],
    ...[['acl_target', 'acl_group', 'acl_user'], ['alert']],
  ].flatMap((tags, rank) => tags.map((tag) => [tag, rank] as const)),
);

/** Ids of sets that are given none. */
const defaultIds: Readonly<Record<string, string>> = {
  cluster_property_set: 'cib-bootstrap-options',
  rsc_defaults: 'rsc-options',
  op_defaults: 'op-options',
};

/** What may stand in a container as its own. */
const childTags = new Set(['primitive', 'group', 'template']);

/** Makes objects of elements, as crmsh's CibFactory does for a load. */
class CibBuilder {
  private readonly ids = new Ids();
  private readonly objects = new CibObjects();
  private readonly announced: XmlElement[] = [];
  private readonly seen = new Set<string>();
  /** Elements that stand in a container now, not in their section. */
  private readonly moved = new Set<XmlElement>();
  private readonly configuration = element('configuration', {}, [
    element('crm_config'),
    element('nodes'),
    element('resources'),
    element('constraints'),
  ]);

  constructor(
    private readonly schema: string,
    private readonly facts: CrmFacts,
  ) {}

  /** Takes an element in the file's order. The ids of operations and of defaults are given out here already. */
  announce(lowered: XmlElement): void {
    const key = `${lowered.tag === 'node' ? 'node' : 'other'} ${this.idOf(lowered)}`;
    if (this.seen.has(key)) return;
    this.seen.add(key);
    this.announced.push(lowered);
  }

  finish(): XmlElement {
    const rank = ({ tag }: XmlElement): number => ranks.get(tag) ?? ranks.size;
    for (const lowered of this.announced.toSorted((one, other) => rank(one) - rank(other))) this.create(lowered);
    for (const section of childrenOf(this.configuration)) {
      const kept = section.children.filter((child) => !isElement(child) || !this.moved.has(child));
      section.children.splice(0, section.children.length, ...kept);
    }
    return element('cib', { 'validate-with': this.schema, admin_epoch: '0', epoch: '1', num_updates: '0' }, [
      this.configuration,
      element('status'),
    ]);
  }

  /** See crmsh 4.4.1, crmsh/cibconfig.py, id_for_node. */
  private idOf(lowered: XmlElement): string {
    if (lowered.tag === 'fencing-topology') return 'fencing_topology';
    const holder = isDefaults(lowered) ? (childrenOf(lowered)[0] ?? lowered) : lowered;
    const known = holder.attributes.get('id') || holder.attributes.get('uname');
    if (known) return known;
    if (holder.tag === 'op') return this.ids.give(holder, holder.attributes.get('rsc') ?? '');
    const id = own(defaultIds, lowered.tag);
    if (id === undefined) return '';
    holder.attributes.set('id', id);
    this.ids.take(id);
    return id;
  }

  private create(lowered: XmlElement): void {
    const target = isDefaults(lowered) ? (childrenOf(lowered)[0] ?? lowered) : lowered;
    this.ids.fill(target);
    this.resolve(target);
    if (target.tag === 'op') this.addOperation(target);
    else if (lowered.tag in defaultIds) this.mergeDefaults(lowered.tag, target);
    else if (target.tag === 'node') this.addNode(target);
    else this.append(target);
  }

  /** A node of the same name under another id adds to the first (crmsh 4.4.1, crmsh/cibconfig.py, merge_from_cli). */
  private addNode(given: XmlElement): void {
    const known = this.objects.findNode(given.attributes.get('id') ?? '')?.node;
    if (!known) this.append(given);
    else for (const set of childrenOf(given)) mergeSet(known, set);
  }

  private append(target: XmlElement): void {
    if (target.tag in containers) this.adopt(target);
    this.section(own(sections, target.tag) ?? 'configuration').children.push(target);
    if (target.tag === 'primitive' || target.tag === 'template') this.renameParameters(target);
    const id = target.tag === 'fencing-topology' ? 'fencing_topology' : (target.attributes.get('id') ?? '');
    this.objects.add({ id, tag: target.tag, node: target });
  }

  private section(tag: string): XmlElement {
    if (tag === 'configuration') return this.configuration;
    const found = childrenOf(this.configuration, tag)[0] ?? element(tag);
    if (!this.configuration.children.includes(found)) this.configuration.children.push(found);
    return found;
  }

  /** Puts what is referred to in its place (crmsh 4.4.1, crmsh/cibconfig.py, resolve_references). */
  private resolve(target: XmlElement): void {
    for (const { tag, attributes } of descendants(target)) {
      const used = attributes.get('id-ref');
      if (used !== undefined) attributes.set('id-ref', this.setNamed(used, tag) ?? used);
    }
    const children = target.children.flatMap((child) => {
      if (!isElement(child) || child.tag !== childReference) return [child];
      const found = this.objects.findResource(child.attributes.get('id') ?? '');
      return found ? [found.node] : [];
    });
    // A resource that two patterns mean stays where it stands last.
    const once = children.filter((child, at) => children.lastIndexOf(child) === at);
    target.children.splice(0, target.children.length, ...once);
  }

  /** The id of the first set of a kind in what an object's id names: `$id-ref=` may name a resource. */
  private setNamed(name: string, tag: string): string | undefined {
    const object = this.objects.find(name);
    if (!object) return undefined;
    for (const below of descendants(object.node))
      if (below !== object.node && below.tag === tag) return below.attributes.get('id');
    return undefined;
  }

  /** The resources in a container are no longer where they were. */
  private adopt(container: XmlElement): void {
    for (const child of childrenOf(container)) {
      const object = childTags.has(child.tag) ? this.objects.findResource(child.attributes.get('id') ?? '') : undefined;
      if (!object) continue;
      this.moved.add(object.node);
      object.node = child;
    }
  }

  /** See crmsh 4.4.1, crmsh/cibconfig.py, add_operation. */
  private addOperation(operation: XmlElement): void {
    const primitive = this.objects.findResource(operation.attributes.get('rsc') ?? '');
    operation.attributes.delete('rsc');
    if (primitive?.node.tag !== 'primitive') return;
    const instance = operation.attributes.get('instance');
    if (instance !== undefined) {
      operation.attributes.delete('instance');
      const pair = element('nvpair', { name: 'instance', value: instance });
      operation.children.push(element('instance_attributes', {}, [pair]));
      this.ids.fill(operation);
    }
    const comments = operation.children.filter((child) => !isElement(child));
    operation.children.splice(0, comments.length);
    const operations = childrenOf(primitive.node, 'operations')[0] ?? element('operations');
    if (!primitive.node.children.includes(operations)) primitive.node.children.push(operations);
    operations.children.push(operation);
    primitive.node.children.unshift(...comments);
  }

  /**
   * A set of properties or defaults joins the one of its id: a value that is there already is overwritten. Whatever has
   * that id is taken for it (crmsh 4.4.1, crmsh/cibconfig.py, set_property_cli and copy_nvpairs).
   */
  private mergeDefaults(tag: string, given: XmlElement): void {
    const id = given.attributes.get('id') ?? '';
    const object = this.objects.find(id) ?? this.newDefaults(tag, given.tag, id);
    for (const child of given.children) mergeChild(object.node.children, child);
  }

  private newDefaults(tag: string, setTag: string, id: string): CibObject {
    const object = { id, tag, node: element(setTag, { id }) };
    this.section(own(sections, tag) ?? tag).children.push(object.node);
    this.objects.add(object);
    return object;
  }

  /**
   * `foo-bar` is written `foo_bar` where the agent knows only that (crmsh 4.4.1, crmsh/ra.py, normalize_parameters; not in
   * primitives of a template, whose merged copy crmsh changes).
   */
  private renameParameters(resource: XmlElement): void {
    const { attributes } = resource;
    const parts = [attributes.get('class'), attributes.get('provider'), attributes.get('type')];
    if (attributes.has('template')) return;
    const known = this.facts.agent(parts.filter((part) => part !== undefined).join(':'))?.parameters;
    if (!known || known.size === 0) return;
    for (const set of childrenOf(resource, 'instance_attributes'))
      for (const pair of childrenOf(set, 'nvpair')) {
        const name = pair.attributes.get('name') ?? '';
        const usual = name.replaceAll('-', '_');
        if (!known.has(name) && known.has(usual)) pair.attributes.set('name', usual);
      }
  }
}

const containers: Readonly<Record<string, true>> = { group: true, clone: true, master: true, bundle: true };

/** Adds a child to a set; a value goes to the pair that has its name, another element in the place of the one with its id. */
function mergeChild(children: XmlNode[], child: XmlNode): void {
  if (!isElement(child)) {
    if (!children.some((other) => !isElement(other) && other.comment === child.comment)) children.push(child);
    return;
  }
  const { tag, attributes } = child;
  const isPair = tag === 'nvpair';
  const value = attributes.get('value');
  const key = isPair ? 'name' : 'id';
  const place = children.findIndex((other) => isElement(other) && other.attributes.get(key) === attributes.get(key));
  const known = children[place];
  if (!known || !isElement(known) || (isPair && value === undefined)) children.push(child);
  else if (isPair) known.attributes.set('value', value ?? '');
  else children[place] = child;
}

/** See crmsh 4.4.1, crmsh/xmlutil.py, merge_nodes and merge_attributes. */
function mergeSet(known: XmlElement, given: XmlElement): void {
  const [set] = childrenOf(known, given.tag);
  if (!set) known.children.push(given);
  else for (const pair of childrenOf(given, 'nvpair')) mergeChild(set.children, pair);
}
