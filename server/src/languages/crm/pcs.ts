/** What stands on a `pcs` command line: words by position, `name=value` pairs and `--options`. */
interface Arguments {
  readonly words: readonly string[];
  readonly pairs: readonly string[];
  readonly options: readonly string[];
}

/**
 * The statements that a `pcs` command line amounts to; undefined where it has no single counterpart, or does something
 * else than configure. `words` come without their quotes.
 */
export function crmOfPcs(words: readonly string[]): string | undefined {
  const [program, area = '', verb = '', ...rest] = words;
  if (program !== 'pcs') return undefined;
  const statement = byCommand(area, verb, rest);
  return statement === undefined || /["\n]/.test(words.join(' ')) ? undefined : statement;
}

function byCommand(area: string, verb: string, rest: readonly string[]): string | undefined {
  switch (`${area} ${verb}`) {
    case 'resource create':
      return create(rest, '');
    case 'stonith create':
      return create(rest, 'stonith:');
    case 'resource group':
      return rest[0] === 'add' ? group(rest.slice(1)) : undefined;
    case 'resource clone':
      return clone(rest, []);
    case 'resource promotable':
      return clone(rest, ['promotable=true']);
    case 'resource defaults':
      return defaults('rsc_defaults', rest);
    case 'resource op':
      return rest[0] === 'defaults' ? defaults('op_defaults', rest.slice(1)) : undefined;
    case 'property set':
      return defaults('property', rest);
    case 'constraint order':
      return order(rest);
    case 'constraint colocation':
      return rest[0] === 'add' ? colocation(rest.slice(1)) : undefined;
    case 'constraint location':
      return location(rest);
    default:
      return undefined;
  }
}

function argumentsOf(rest: readonly string[]): Arguments {
  const isPair = (word: string): boolean => /^[\w.-]+=/.test(word);
  return {
    words: rest.filter((word) => !word.startsWith('--') && !isPair(word)),
    pairs: rest.filter((word) => isPair(word) && !word.startsWith('--')),
    options: rest.filter((word) => word.startsWith('--')),
  };
}

/** A value of several words needs quotes. */
const quoted = (word: string): string => (/[\s'\\]/.test(word) ? word.replace(/^([^=]*=)?(.*)$/s, '$1"$2"') : word);

const joined = (...words: readonly string[]): string => words.map(quoted).join(' ');

/** `NAME AGENT {param} [op OPERATION {pair} …] [meta {pair}] [clone|promotable {pair}]`. */
function create(rest: readonly string[], agentClass: string): string | undefined {
  const [name, agent, ...more] = rest;
  if (name === undefined || agent === undefined || agent.includes('=')) return undefined;
  const parts = new Map<string, string[]>([['params', []]]);
  const operations: string[][] = [];
  let part = parts.get('params') ?? [];
  for (const word of more) {
    if (['meta', 'clone', 'promotable', 'op'].includes(word)) {
      part = word === 'op' ? [] : (parts.get(word) ?? []);
      if (word !== 'op') parts.set(word, part);
    } else if (word.startsWith('--')) {
      if (!/^--(?:wait|force|no-default-ops)\b/.test(word)) return undefined;
    } else if (part !== parts.get('params') && !word.includes('=') && !isIn(parts, part)) {
      part = [word];
      operations.push(part);
    } else if (word.includes('=')) {
      if (isIn(parts, part) || operations.includes(part)) part.push(word);
      else return undefined;
    } else return undefined;
  }
  const params = parts.get('params') ?? [];
  const meta = parts.get('meta') ?? [];
  const primitive = [
    joined('primitive', name, `${agentClass}${agent}`),
    ...(params.length > 0 ? [joined('params', ...params)] : []),
    ...operations.map((operation) => joined('op', ...operation)),
    ...(meta.length > 0 ? [joined('meta', ...meta)] : []),
  ].join(' ');
  const around = parts.get('promotable') ?? parts.get('clone');
  if (!around) return primitive;
  const own = parts.has('promotable') ? ['promotable=true', ...around] : around;
  return `${primitive}\n${cloneOf(name, own)}`;
}

const isIn = (parts: ReadonlyMap<string, string[]>, part: string[]): boolean => [...parts.values()].includes(part);

const cloneOf = (name: string, meta: readonly string[]): string =>
  joined('clone', `${name}-clone`, name, ...(meta.length > 0 ? ['meta', ...meta] : []));

function group(rest: readonly string[]): string | undefined {
  const { words, pairs, options } = argumentsOf(rest);
  return words.length < 2 || pairs.length + options.length > 0 ? undefined : joined('group', ...words);
}

function clone(rest: readonly string[], own: readonly string[]): string | undefined {
  const { words, pairs, options } = argumentsOf(rest);
  const [name, ...more] = words.filter((word) => word !== 'meta');
  return name === undefined || more.length + options.length > 0 ? undefined : cloneOf(name, [...own, ...pairs]);
}

function defaults(statement: string, rest: readonly string[]): string | undefined {
  const { words, pairs, options } = argumentsOf(rest);
  const others = words.filter((word) => word !== 'update');
  const isPlain = others.length === 0 && options.every((option) => option === '--force') && pairs.length > 0;
  return isPlain ? joined(statement, ...pairs) : undefined;
}

const actions = new Set(['start', 'promote', 'demote', 'stop']);

/** `[ACTION] FIRST then [ACTION] SECOND [kind=] [symmetrical=] [id=]`. */
function order(rest: readonly string[]): string | undefined {
  const { words, pairs, options } = argumentsOf(rest);
  const then = words.indexOf('then');
  const [first, second] = [words.slice(0, then), words.slice(then + 1)].map((side) => {
    const [action, name] = side.length === 2 ? side : [undefined, side[0]];
    if (name === undefined || side.length > 2 || (action !== undefined && !actions.has(action))) return undefined;
    return { name, text: action === undefined ? name : `${name}:${action}` };
  });
  if (then < 1 || !first || !second || options.some((option) => option !== '--force')) return undefined;
  const kind = pairOf(pairs, 'kind') ?? 'Mandatory';
  const id = pairOf(pairs, 'id') ?? `order-${first.name}-${second.name}-${kind.toLowerCase()}`;
  const symmetrical = pairs.filter((pair) => pair.startsWith('symmetrical='));
  if (pairs.some((pair) => !/^(?:kind|id|symmetrical)=/.test(pair))) return undefined;
  return joined('order', id, `${kind}:`, first.text, second.text, ...symmetrical);
}

const roles = /^(?:promoted|unpromoted|master|slave|started|stopped)$/i;

/** `[ROLE] RESOURCE with [ROLE] RESOURCE [SCORE] [id=]`. */
function colocation(rest: readonly string[]): string | undefined {
  const { words, pairs, options } = argumentsOf(rest);
  const at = words.indexOf('with');
  const sides = [words.slice(0, at), words.slice(at + 1)];
  const last = sides[1]?.at(-1) ?? '';
  const score = /^[+-]?(?:\d+|INFINITY)$/.test(last) ? last : (pairOf(pairs, 'score') ?? 'INFINITY');
  if (score === last) sides[1]?.pop();
  const [one, other] = sides.map((side) => {
    const [role, name] = side.length === 2 ? side : [undefined, side[0]];
    if (name === undefined || side.length > 2 || (role !== undefined && !roles.test(role))) return undefined;
    return { name, text: role === undefined ? name : `${name}:${role}` };
  });
  if (at < 1 || !one || !other || options.some((option) => option !== '--force')) return undefined;
  if (pairs.some((pair) => !/^(?:score|id)=/.test(pair))) return undefined;
  const id = pairOf(pairs, 'id') ?? `colocation-${one.name}-${other.name}-${score}`;
  return joined('colocation', id, `${score}:`, one.text, other.text);
}

/** `RESOURCE prefers|avoids NODE[=SCORE] …`: a statement each. */
function location(rest: readonly string[]): string | undefined {
  const [name, verb, ...nodes] = rest;
  if (name === undefined || (verb !== 'prefers' && verb !== 'avoids') || nodes.length === 0) return undefined;
  if (/[%=~]/.test(name) || nodes.some((node) => node.startsWith('-'))) return undefined;
  return nodes
    .map((written) => {
      const [node = '', given = 'INFINITY'] = written.split('=');
      const score = verb === 'avoids' ? `-${given}` : given;
      return joined('location', `location-${name}-${node}-${score}`, name, `${score}:`, node);
    })
    .join('\n');
}

const pairOf = (pairs: readonly string[], name: string): string | undefined =>
  pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
