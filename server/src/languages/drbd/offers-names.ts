import type { Offer } from '../../core/features/slot';
import { type Item, members } from './ast';
import type { DrbdModel } from './model';
import {
  type Cursor,
  ends,
  generationAt,
  lastStatement,
  opens,
  ownHosts,
  resourceAt,
  wordOffers,
} from './offers-cursor';
import { ownMinors, quoted } from './offers-numbers';

/** Hosts that may stand at the cursor: of the cluster where one is declared, of the resource where one is meant. */
export function hostOffers(role: 'declaration' | 'reference', cursor: Cursor): Offer[] {
  const own = ownHosts(cursor);
  if (role === 'declaration') {
    const except = new Set([...own.filter((name) => name !== cursor.word), ...stackedHosts(cursor)]);
    const minors = ownMinors(cursor);
    const isFree = (name: string) =>
      name === cursor.word ||
      minors.every((minor) => cursor.around.declarations('drbd.minor', `${name}:${minor}`).length === 0);
    const accept = (_value: string | undefined, name: string) => isFree(name);
    return [{ kind: 'symbols', namespaces: ['drbd.host', 'crm.node'], except, accept, suffix: opens(cursor) }];
  }
  const statement = lastStatement(cursor);
  if (/^(?:host\s.*)?(?:via\s+)?proxy\s+on\s/.test(statement)) return proxyOffers(cursor, own, statement);
  if (/\bproxy\s+$/.test(statement)) return [];
  if (/^ignore-on\s/.test(statement)) return all(new Set(own), ends(cursor));
  if (/^become-primary-on\s/.test(statement)) return primaryOffers(cursor, own, statement);
  return own.length > 0 ? endOffers(cursor, own, statement) : all(new Set(), '');
}

/** The hosts of what is stacked on the resource, or of what it is stacked on: they have its minors already. */
function stackedHosts(cursor: Cursor): string[] {
  const resource = resourceAt(cursor);
  const lower = resource ? members(resource, 'stacked').flatMap(({ args }) => args[0]?.text ?? []) : [];
  const found = [
    ...cursor.around.lookup('drbd.stacked', resource?.args[0]?.text ?? ''),
    ...lower.flatMap((name) => cursor.around.declarations('drbd.resource', name)),
  ];
  return found
    .flatMap(({ unit }) => (unit.model as DrbdModel).resources)
    .flatMap(({ hosts }) => hosts.filter(({ kind }) => kind === 'on').flatMap(({ names }) => names))
    .map(({ text }) => text);
}

const all = (except: ReadonlySet<string>, suffix: string): Offer[] => [
  { kind: 'symbols', namespaces: ['drbd.host', 'crm.node'], except, suffix },
];

/** A host's own proxy is on the host that it is in, if the section says so. */
function proxyOffers(cursor: Cursor, own: readonly string[], statement: string): Offer[] {
  const end = /^host\s+(\S+)/.exec(statement)?.[1];
  const host = end ?? cursor.path.find(({ kind }) => kind === 'on')?.args[0]?.text;
  const names = host === undefined ? own : [host];
  return names.length > 0 ? wordOffers(names, opens(cursor)) : all(new Set(), opens(cursor));
}

function primaryOffers(cursor: Cursor, own: readonly string[], statement: string): Offer[] {
  const named = statement.split(/\s+/).slice(1);
  if (named.includes('both')) return [];
  const further = cursor.word === '' && named.some((name) => name !== '');
  const names = own.filter((name) => !named.includes(name));
  // Both only where two may be; in 8.3 nobody looks.
  const two =
    /(?<!no-)\ballow-two-primaries(?:\s+yes)?\s*;/.test(cursor.before + cursor.rest) || generationAt(cursor) === '8.3';
  const words = [...names, ...(two && !further ? ['both'] : [])];
  const end = /^[^\S\n]*[\w.-]/.test(cursor.rest) ? '' : ends(cursor);
  return [...(own.length > 0 ? [] : all(new Set(), end)), ...wordOffers(words, end)];
}

/** Peers of a connection, or members of a mesh, that are not named in it yet. */
function endOffers(cursor: Cursor, own: readonly string[], statement: string): Offer[] {
  const section = cursor.path.at(-1);
  const elsewhere = (section?.body ?? []).filter((item) => item.kind === 'endpoint' && !isAt(item, cursor));
  const named = new Set(elsewhere.flatMap(({ args }) => args.slice(0, 1).map(({ text }) => text)));
  if (/^hosts\s/.test(statement)) {
    const list = new Set([
      ...statement.split(/\s+/).slice(1),
      ...(/^[^;{}]*/.exec(cursor.rest)?.[0].trim().split(/\s+/) ?? []),
    ]);
    return wordOffers(own.filter((name) => !list.has(name)));
  }
  const goesOn = /^\s*(?:;|(?:address|port|via)\b)/.test(cursor.rest);
  return wordOffers(
    own.filter((name) => !named.has(name)),
    goesOn ? '' : ';',
  );
}

const isAt = ({ span }: Item, cursor: Cursor): boolean =>
  span.start <= cursor.span.start && cursor.span.start <= span.end;

/** Resources that another can be stacked on, each once. */
export function lowerOffers(cursor: Cursor): Offer[] {
  const resource = resourceAt(cursor);
  const stacked = resource ? members(resource, 'stacked').filter((item) => !isAt(item, cursor)) : [];
  const names = [resource, ...stacked].flatMap((item) => item?.args[0]?.text ?? []);
  return [{ kind: 'symbols', namespaces: ['drbd.resource'], except: new Set(names), suffix: opens(cursor) }];
}

/** Patterns that people write. A file that is not there would be refused, a pattern that fits none is not. */
const usual = ['drbd.d/*.res', '*.res', '/etc/drbd.d/*.res'];

/** Files that are known here, and the usual patterns. */
export function fileOffers(cursor: Cursor): Offer[] {
  const { around } = cursor;
  const isTemplate = /^template-file\s/.test(lastStatement(cursor));
  const found = ['drbd.d/*', '*.res', '*.conf'].flatMap((pattern) =>
    (around.filesNamed?.(pattern) ?? []).map(
      (uri) => (pattern.includes('/') ? 'drbd.d/' : '') + decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)),
    ),
  );
  const patterns = isTemplate ? [] : usual;
  const first = found.filter((name) => /global.common/.test(name));
  const names = [...new Set([...first, ...patterns, ...found.sort()])];
  return [
    {
      kind: 'values',
      type: { kind: 'enum', values: names },
      suffix: ends(cursor),
      quote: (name) => (quoted(name).startsWith('"') ? quoted(name) : `"${name}"`),
    },
  ];
}

/** Versions of the kernel module that changed what can be configured. */
export const versionOffers = (suffix: string): Offer[] => wordOffers(['9.0.0', '9.1.0', '9.2.0'], suffix);
