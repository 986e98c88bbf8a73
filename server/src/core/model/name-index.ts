import { getOrAdd } from '../../base/maps';
import type { Unit } from '../workspace/unit';
import { type Entry, entryKey } from './entries';

/** An entry with its unit. */
export interface Placed {
  readonly unit: Unit;
  readonly entry: Entry;
}

/** Finds entries by name and by namespace. Adding and removing a unit costs as much as the unit has entries. */
export class NameIndex {
  private readonly byKey = new Map<string, Map<Unit, Entry[]>>();
  private readonly declaredNames = new Map<string, Map<string, number>>();
  private readonly allNames = new Map<string, Map<string, number>>();

  add(unit: Unit): void {
    for (const entry of unit.model.entries) {
      const key = entryKey(entry.namespace, entry.name);
      const units = getOrAdd(this.byKey, key, () => new Map<Unit, Entry[]>());
      const entries = units.get(unit);
      if (entries) entries.push(entry);
      else units.set(unit, [entry]);
      this.count(entry, 1);
    }
  }

  remove(unit: Unit): void {
    for (const entry of unit.model.entries) {
      const key = entryKey(entry.namespace, entry.name);
      const units = this.byKey.get(key);
      units?.delete(unit);
      if (units?.size === 0) this.byKey.delete(key);
      this.count(entry, -1);
    }
  }

  /** All entries of a name in the order of the file. */
  lookup(namespace: string, name: string): Placed[] {
    const units = this.byKey.get(entryKey(namespace, name));
    if (!units) return [];
    const found: Placed[] = [];
    for (const [unit, entries] of units) for (const entry of entries) found.push({ unit, entry });
    return units.size > 1
      ? found.sort((a, b) => a.unit.index - b.unit.index || a.entry.span.start - b.entry.span.start)
      : found;
  }

  /** Names that are declared in a namespace, each once, in the order in which they came. */
  declared(namespace: string): Iterable<string> {
    return this.declaredNames.get(namespace)?.keys() ?? [];
  }

  /** Names with any entry in a namespace, each once. */
  named(namespace: string): Iterable<string> {
    return this.allNames.get(namespace)?.keys() ?? [];
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
