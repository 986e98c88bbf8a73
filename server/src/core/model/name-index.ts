import { getOrAdd } from '../../base/maps';
import type { Unit } from '../workspace/unit';
import { type Entry, entryKey } from './entries';

/** An entry with its unit. */
export interface Placed {
  readonly unit: Unit;
  readonly entry: Entry;
}

type ByKey = Map<string, Map<Unit, Entry[]>>;

/** Finds entries by name and by namespace. Adding and removing a unit costs as much as the unit has entries. */
export class NameIndex {
  private readonly byKey: ByKey = new Map();
  private readonly declarationsByKey: ByKey = new Map();
  private readonly declaredNames = new Map<string, Map<string, number>>();
  private readonly allNames = new Map<string, Map<string, number>>();

  /** Sorted answers since the last change: a name with thousands of entries is asked for by each of them. */
  private readonly sorted = new Map<ReadonlyMap<Unit, readonly Entry[]>, readonly Placed[]>();

  add(unit: Unit): void {
    this.sorted.clear();
    for (const entry of unit.entries) {
      const key = entryKey(entry.namespace, entry.name);
      put(this.byKey, key, unit, entry);
      if (entry.role === 'declaration') put(this.declarationsByKey, key, unit, entry);
      this.count(entry, 1);
    }
  }

  remove(unit: Unit): void {
    this.sorted.clear();
    for (const entry of unit.entries) {
      const key = entryKey(entry.namespace, entry.name);
      drop(this.byKey, key, unit);
      if (entry.role === 'declaration') drop(this.declarationsByKey, key, unit);
      this.count(entry, -1);
    }
  }

  /** All entries of a name in the order of the file. */
  lookup(namespace: string, name: string): readonly Placed[] {
    return this.lookupKey(entryKey(namespace, name));
  }

  /** The same for a key. */
  lookupKey(key: string): readonly Placed[] {
    return this.inOrder(this.byKey.get(key));
  }

  /** The declarations of a name in the order of the file. */
  declarations(namespace: string, name: string): readonly Placed[] {
    return this.declarationsOfKey(entryKey(namespace, name));
  }

  /** The same for a key. */
  declarationsOfKey(key: string): readonly Placed[] {
    return this.inOrder(this.declarationsByKey.get(key));
  }

  /** The first declaration of a name in the order of the file. */
  firstDeclaration(namespace: string, name: string): Placed | undefined {
    const units = this.declarationsByKey.get(entryKey(namespace, name));
    if (units?.size !== 1) return this.inOrder(units)[0];
    // Most names are declared once: of thousands of them nothing is sorted, and nothing kept.
    for (const [unit, entries] of units) if (entries[0] && entries.length === 1) return { unit, entry: entries[0] };
    return this.inOrder(units)[0];
  }

  /** Whether a name has any entry. */
  has(namespace: string, name: string): boolean {
    return this.hasKey(entryKey(namespace, name));
  }

  /** The same for a key. */
  hasKey(key: string): boolean {
    return this.byKey.has(key);
  }

  /** The keys of all names that have an entry. */
  keys(): Iterable<string> {
    return this.byKey.keys();
  }

  /** The namespaces that names are declared in. */
  declaredNamespaces(): Iterable<string> {
    return this.declaredNames.keys();
  }

  /** Whether a name is declared. */
  isDeclared(namespace: string, name: string): boolean {
    return this.declaredNames.get(namespace)?.has(name) === true;
  }

  /** Names that are declared in a namespace, each once, in the order in which they came. */
  declared(namespace: string): Iterable<string> {
    return this.declaredNames.get(namespace)?.keys() ?? [];
  }

  /** Names with any entry in a namespace, each once. */
  named(namespace: string): Iterable<string> {
    return this.allNames.get(namespace)?.keys() ?? [];
  }

  private inOrder(units: ReadonlyMap<Unit, readonly Entry[]> | undefined): readonly Placed[] {
    return units ? getOrAdd(this.sorted, units, () => sortedByPlace(units)) : [];
  }

  private count({ namespace, name, role }: Entry, by: 1 | -1): void {
    countIn(this.allNames, namespace, name, by);
    if (role === 'declaration') countIn(this.declaredNames, namespace, name, by);
  }
}

function countIn(counts: Map<string, Map<string, number>>, namespace: string, name: string, by: 1 | -1): void {
  const names = getOrAdd(counts, namespace, () => new Map<string, number>());
  const left = (names.get(name) ?? 0) + by;
  if (left > 0) names.set(name, left);
  else names.delete(name);
}

function put(index: ByKey, key: string, unit: Unit, entry: Entry): void {
  getOrAdd(
    getOrAdd(index, key, () => new Map<Unit, Entry[]>()),
    unit,
    () => [],
  ).push(entry);
}

function drop(index: ByKey, key: string, unit: Unit): void {
  const units = index.get(key);
  units?.delete(unit);
  if (units?.size === 0) index.delete(key);
}

function sortedByPlace(units: ReadonlyMap<Unit, readonly Entry[]>): Placed[] {
  const found: Placed[] = [];
  for (const [unit, entries] of units) for (const entry of entries) found.push({ unit, entry });
  return found.sort((a, b) => a.unit.index - b.unit.index || a.entry.span.start - b.entry.span.start);
}
