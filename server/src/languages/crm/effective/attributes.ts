import type { Found } from '../../../core/workspace/unit';
import type { SetKind } from '../slot-kinds';
import type { Attribute, AttributeSet, Operation, Rule, Statement } from '../statement';
import { type Configuration, containersOf, declarationOf, statementOf, usesOf } from './configuration';

/** Where a value comes from. */
export interface Origin {
  readonly kind: 'own' | 'template' | 'container' | 'defaults' | 'built-in';
  /** The name of the template, container or defaults statement; of the resource itself. */
  readonly name: string;
  readonly found: Found | undefined;
}

/** An attribute as it takes effect. */
export interface EffectiveAttribute {
  readonly name: string;
  readonly value: string;
  readonly origin: Origin;
  /** It counts only while one of these holds, and hides nothing that comes later; empty: always. */
  readonly rules: readonly Rule[];
}

/** The attributes of a kind that are given to a resource, in Pacemaker's order: the first that always counts stands. */
class Collected {
  readonly list: EffectiveAttribute[] = [];
  private readonly settled = new Set<string>();

  isSettled(name: string): boolean {
    return this.settled.has(name);
  }

  take({ name, value, rules }: Setting, origin: Origin): void {
    if (this.settled.has(name)) return;
    this.list.push({ name, value, origin, rules });
    if (rules.length === 0) this.settled.add(name);
  }
}

interface Setting {
  readonly name: string;
  readonly value: string;
  readonly rules: readonly Rule[];
}

/**
 * The meta attributes of a resource that are set somewhere: by itself, its template, the containers round it, or
 * `rsc_defaults`, whichever comes first (pacemaker 2.1.5, lib/pengine/complex.c, get_meta_attributes). What is a container's
 * own business, such as `clone-max`, is not handed down. Empty for a name that is not declared.
 */
export function effectiveMeta(configuration: Configuration, name: string): EffectiveAttribute[] {
  const collected = new Collected();
  const own = declarationOf(configuration, name);
  if (!own) return [];
  takeOwn(configuration, collected, name, 'meta');
  const known = configuration.facts.attributes({ set: 'meta', statement: 'primitive', present: new Set() });
  const containers = containersOf(configuration, name);
  for (const { statement, found } of containers) {
    const origin: Origin = { kind: 'container', name: statement.name?.text ?? '', found };
    for (const setting of settingsOf(configuration, statement, 'meta'))
      if (known?.has(setting.name) !== false) collected.take(setting, origin);
  }
  if (own.statement.kind !== 'rsc_template')
    takeDefaults(configuration, collected, 'rsc_defaults', known?.keys() ?? []);
  // Instances of a clone stay where they are if nobody says otherwise (lib/pengine/clone.c, clone_unpack).
  if (containers.some(({ statement }) => statement.kind === 'clone' || statement.kind === 'ms'))
    collected.take({ name: 'resource-stickiness', value: '1', rules: [] }, builtIn);
  return collected.list;
}

/** The parameters of a resource: its own, then those of its template. */
export function effectiveParameters(configuration: Configuration, name: string): EffectiveAttribute[] {
  const collected = new Collected();
  takeOwn(configuration, collected, name, 'params');
  return collected.list;
}

/** An operation with its attributes as they take effect. */
export interface EffectiveOperation {
  readonly name: string;
  /** As written; `0` where none is. */
  readonly interval: string;
  readonly attributes: readonly EffectiveAttribute[];
}

/**
 * The operations of a resource: its own, and those of its template that it has not; with `op_defaults` and the built-in
 * defaults for what they do not say.
 */
export function effectiveOperations(configuration: Configuration, name: string): EffectiveOperation[] {
  const own = declarationOf(configuration, name);
  const template = templateOf(configuration, own?.statement);
  const sources = [
    ...(own ? [{ ...own, origin: { kind: 'own', name, found: own.found } satisfies Origin }] : []),
    ...(template ? [template] : []),
  ];
  const known = configuration.facts.attributes({ set: 'op', statement: 'primitive', present: new Set() });
  const seen = new Set<string>();
  return sources.flatMap(({ statement, origin }) =>
    statement.operations.flatMap((operation) => {
      const interval = valueIn(operation, 'interval') ?? '0';
      const key = `${operation.name?.value} ${interval}`;
      if (!operation.name || seen.has(key)) return [];
      seen.add(key);
      const collected = new Collected();
      for (const attribute of operation.attributes) collected.take(plain(attribute), origin);
      takeDefaults(configuration, collected, 'op_defaults', known?.keys() ?? []);
      for (const fact of known?.values() ?? [])
        if (fact.default !== undefined && fact.default !== '')
          collected.take({ name: fact.name, value: fact.default, rules: [] }, builtIn);
      return [{ name: operation.name.value, interval, attributes: collected.list }];
    }),
  );
}

const builtIn: Origin = { kind: 'built-in', name: '', found: undefined };

const plain = ({ name, value }: Attribute): Setting => ({ name, value: value ?? '', rules: [] });

const valueIn = ({ attributes }: Operation, name: string): string | undefined =>
  attributes.find((attribute) => attribute.name === name)?.value;

/** What a resource says itself, and its template. */
function takeOwn(configuration: Configuration, collected: Collected, name: string, kind: SetKind): void {
  const own = declarationOf(configuration, name);
  if (!own) return;
  const origin: Origin = { kind: 'own', name, found: own.found };
  for (const setting of settingsOf(configuration, own.statement, kind)) collected.take(setting, origin);
  const template = templateOf(configuration, own.statement);
  if (!template) return;
  for (const setting of settingsOf(configuration, template.statement, kind)) collected.take(setting, template.origin);
}

function templateOf(
  configuration: Configuration,
  statement: Statement | undefined,
): { readonly statement: Statement; readonly origin: Origin } | undefined {
  const name = statement?.kind === 'primitive' ? statement.template?.name : undefined;
  const [found] = name === undefined ? [] : usesOf(configuration, 'crm.template', name).filter(isDeclaration);
  const template = found && statementOf(found);
  return name !== undefined && template
    ? { statement: template, origin: { kind: 'template', name, found } }
    : undefined;
}

const isDeclaration = ({ entry }: Found): boolean => entry.role === 'declaration';

/**
 * What the sets of a kind say in a statement, those too that it takes from others by their ids. Of several sets the one
 * with the highest score comes first, of equal ones the last (pacemaker 2.1.5, lib/pengine/rules.c, pe_unpack_nvpairs).
 */
function settingsOf(configuration: Configuration, statement: Statement, kind: SetKind): Setting[] {
  const own = statement.sets.filter((set) => set.kind === kind && !isOfOperation(statement, set));
  return own
    .reverse()
    .map((set) => usedSet(configuration, set) ?? set)
    .sort((one, other) => scoreOf(other) - scoreOf(one))
    .flatMap(({ attributes, rules }) =>
      attributes
        .filter(({ name }) => !name.startsWith('$') && !name.startsWith('@'))
        .map(({ name, value }) => ({ name, value: value ?? '', rules })),
    );
}

function scoreOf({ score }: AttributeSet): number {
  const text = score?.toLowerCase() ?? '0';
  if (/^[+-]?inf/.test(text) || text === 'mandatory') return text.startsWith('-') ? -1_000_000 : 1_000_000;
  return Number(text) || 0;
}

const isOfOperation = ({ operations }: Statement, set: AttributeSet): boolean =>
  operations.some(({ sets }) => sets.includes(set));

/** The set that another one stands for by `$id-ref=`: the one of that name, or the first of its kind in a resource. */
function usedSet(configuration: Configuration, { id, kind }: AttributeSet): AttributeSet | undefined {
  if (id?.kind !== 'id-ref') return undefined;
  for (const found of usesOf(configuration, 'crm.set-id', id.value).filter(isDeclaration)) {
    const set = statementOf(found)?.sets.find(({ id: own }) => own?.kind === 'id' && own.value === id.value);
    if (set) return set;
  }
  return declarationOf(configuration, id.value)?.statement.sets.find((set) => set.kind === kind);
}

/** Defaults are found by their names, since any statement of the configuration may set them; the last one stands. */
function takeDefaults(
  configuration: Configuration,
  collected: Collected,
  kind: 'rsc_defaults' | 'op_defaults',
  names: Iterable<string>,
): void {
  for (const name of names) {
    if (collected.isSettled(name)) continue;
    for (const found of [...(configuration.around.own ?? configuration.around).lookup(`crm.${kind}`, name)].reverse()) {
      const rules = statementOf(found)?.sets[0]?.rules ?? [];
      collected.take({ name, value: found.entry.value ?? '', rules }, { kind: 'defaults', name: kind, found });
    }
  }
}
