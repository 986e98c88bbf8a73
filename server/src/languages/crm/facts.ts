import type { Text } from '../../base/text';
import { type Fact, type FactTable, factTable } from '../../core/facts/types';
import type { ActionRow, AgentRow } from './agent-row';
import { type Manual, manualOf } from './manuals';
import type { ImportedAgent } from './metadata/imported';
import { mergeAgents } from './metadata/merge';
import type { SetOwner } from './slot-kinds';

/** Texts of an agent and its parameters, written by hand. Keys that end in `*` are shared by what begins so. */
export type AgentTexts = Readonly<
  Record<string, { readonly text?: Text; readonly parameters?: Readonly<Record<string, Text>> }>
>;

/** The data rows of the language. */
export interface CrmData {
  /** Statements and commands. */
  readonly keywords: readonly Fact[];
  /** Words with a place of their own; their category says which. */
  readonly words: readonly Fact[];
  readonly properties: readonly Fact[];
  /** Meta attributes; `of` names the statements that take them. */
  readonly meta: readonly (Fact & { readonly of: readonly string[] })[];
  readonly opAttributes: readonly Fact[];
  readonly nodeAttributes: readonly Fact[];
  /** Parameters that every fence device takes. */
  readonly fenceParameters: readonly Fact[];
  readonly agents: readonly AgentRow[];
  /** What metadata do not say of agents: which release brought or dropped them, and what to take instead. */
  readonly agentReleases: readonly AgentRelease[];
  readonly agentTexts: AgentTexts;
  /** The upstream manual of each area. */
  readonly manuals: readonly Manual[];
}

/** The life of an agent, written by hand. */
export type AgentRelease = Pick<Fact, 'id' | 'since' | 'until' | 'deprecated'>;

/** A resource agent with its facts. */
export interface AgentFact {
  readonly fact: Fact;
  readonly row: AgentRow;
  readonly parameters: FactTable;
  readonly actions: readonly ActionRow[];
}

/** Looks up what is known about words. Before the data is loaded everything is unknown. */
export interface CrmFacts {
  readonly loaded: boolean;
  readonly keywords: FactTable;
  /** Words of a category: `role`, `action`, `section`, … */
  words(category: string): FactTable;
  /** The names that a set of attributes may hold; undefined where nothing is known of them (an unknown agent). */
  attributes(owner: SetOwner): FactTable | undefined;
  /** The agent that a type as written means: `IPaddr2`, `heartbeat:IPaddr2`, `ocf:heartbeat:IPaddr2`; undefined: unknown. */
  agent(written: string | undefined): AgentFact | undefined;
  /** All agents. */
  agents(): Iterable<AgentFact>;
  /** Parameters that every fence device takes. */
  readonly fenceParameters: FactTable;
  /** The providers of an OCF agent, the one that crmsh takes where none is written first. */
  providersOf(type: string): readonly string[];
}

const nothing: FactTable = new Map();

export const noCrmFacts: CrmFacts = {
  loaded: false,
  keywords: nothing,
  words: () => nothing,
  attributes: () => undefined,
  agent: () => undefined,
  agents: () => [],
  fenceParameters: nothing,
  providersOf: () => [],
};

/** Builds the tables; those of single agents when they are first asked for. Imported agents come before bundled ones. */
export function buildCrmFacts(rowsOf: CrmData, imported: readonly ImportedAgent[] = []): CrmFacts {
  const data = withManuals(rowsOf);
  const keywords = factTable(data.keywords);
  const byCategory = groupBy(data.words, ({ category }) => category);
  const categories = new Map([...byCategory].map(([category, facts]) => [category, factTable(facts)]));
  const properties = factTable(data.properties);
  const opAttributes = factTable(data.opAttributes);
  const nodeAttributes = factTable(data.nodeAttributes);
  const metas = new Map<string, FactTable>();
  const agentRows = mergeAgents(data.agents, imported);
  const rows = new Map(agentRows.map((row) => [row.id, row]));
  let providers: ReadonlyMap<string, readonly string[]> | undefined;
  const agentFact = agentBuilder(data);
  const agent = (written: string | undefined): AgentFact | undefined => {
    const row = written === undefined ? undefined : resolveAgent(rows, written);
    return row && agentFact(row);
  };
  const meta = (statement: string): FactTable => {
    const known = metas.get(statement) ?? factTable(data.meta.filter(({ of }) => of.includes(statement)));
    metas.set(statement, known);
    return known;
  };
  return {
    loaded: true,
    keywords,
    words: (category) => categories.get(category) ?? nothing,
    agent,
    agents: () => [...rows.values()].map(agentFact),
    fenceParameters: factTable(data.fenceParameters),
    providersOf(type) {
      providers ??= providersByType(agentRows);
      return providers.get(type) ?? [];
    },
    attributes(owner) {
      switch (owner.set) {
        case 'params':
        case 'op_params':
          return owner.statement === 'primitive' || owner.statement === 'rsc_template'
            ? agent(owner.agent)?.parameters
            : undefined;
        case 'meta':
        case 'op_meta':
        case 'rsc_defaults':
          return meta(owner.set === 'meta' ? owner.statement : 'primitive');
        case 'property':
          return properties;
        case 'op':
        case 'op_defaults':
          return opAttributes;
        case 'attributes':
          return owner.statement === 'node' ? nodeAttributes : undefined;
        case 'utilization':
          return undefined;
        default:
          return categories.get(`bundle-${owner.set}`) ?? categories.get(owner.set);
      }
    },
  };
}

/**
 * The agent that a type means, as crmsh completes it (crmsh 4.4.1, crmsh/ra.py, disambiguate_ra_type): no class is `ocf`,
 * no provider is `heartbeat` if it has the type, else `pacemaker`, else the first that has it.
 */
function resolveAgent(rows: ReadonlyMap<string, ImportedAgent>, written: string): ImportedAgent | undefined {
  const direct = rows.get(written);
  if (direct) return direct;
  const parts = written.split(':');
  const type = parts.at(-1) ?? '';
  if (parts.length === 1 || (parts.length === 2 && parts[0] === 'ocf')) {
    return (
      rows.get(`ocf:heartbeat:${type}`) ??
      rows.get(`ocf:pacemaker:${type}`) ??
      rows.get(`ocf:linbit:${type}`) ??
      (parts.length === 1 ? rows.get(`stonith:${type}`) : undefined)
    );
  }
  return parts.length === 2 ? rows.get(`ocf:${written}`) : undefined;
}

/** crmsh's order: `heartbeat`, `pacemaker`, then by name (crmsh 4.4.1, crmsh/ra.py, pick_provider). */
function providersByType(agents: readonly AgentRow[]): Map<string, string[]> {
  const parts = agents.map(({ id }) => id.split(':')).filter(([agentClass]) => agentClass === 'ocf');
  const byType = groupBy(parts, ([, , type = '']) => type);
  const rank = (provider: string): number => preferred.indexOf(provider) + 1 || preferred.length + 1;
  const inOrder = (providers: string[]): string[] => providers.sort().sort((one, other) => rank(one) - rank(other));
  return new Map([...byType].map(([type, found]) => [type, inOrder(found.map(([, provider = '']) => provider))]));
}

const preferred = ['heartbeat', 'pacemaker'];

/** Makes the facts of an agent when they are first asked for. */
function agentBuilder(data: CrmData): (row: ImportedAgent) => AgentFact {
  const built = new Map<string, AgentFact>();
  const releases = new Map(data.agentReleases.map((row) => [row.id, row]));
  const bundled = new Set(data.agents.map(({ id }) => id));
  const aboutOf = (id: string): Partial<Fact> => {
    // An agent that only the user's cluster has stands in no manual that we know.
    const link = bundled.has(id) ? manualOf(data.manuals, `agent/${id}`) : undefined;
    return { ...releases.get(id), ...(link !== undefined && { link }) };
  };
  return (row) => {
    const known = built.get(row.id) ?? buildAgent(row, data, aboutOf(row.id));
    built.set(row.id, known);
    return known;
  };
}

function buildAgent(row: ImportedAgent, { agentTexts, fenceParameters }: CrmData, about: Partial<Fact>): AgentFact {
  const texts = Object.hasOwn(agentTexts, row.id) ? agentTexts[row.id] : undefined;
  const shared = row.id.startsWith('stonith:') ? agentTexts['stonith:*']?.parameters : agentTexts['ocf:*']?.parameters;
  const textOf = (name: string): Text | undefined => own(texts?.parameters, name) ?? own(shared, name);
  const successors = new Map(
    row.parameters.flatMap(({ name, obsoletes }): [string, string][] =>
      obsoletes === undefined ? [] : [[obsoletes, name]],
    ),
  );
  const parameters = row.parameters.map((parameter): Fact => {
    const { name, type, required, unique, deprecated } = parameter;
    const replacedBy = successors.get(name);
    const text = textOf(name);
    return {
      id: `parameter/${row.id}/${name}`,
      name,
      category: 'parameter',
      type,
      ...(parameter.default !== undefined && { default: parameter.default }),
      ...(required && { required }),
      ...(unique && { unique }),
      ...((deprecated || replacedBy !== undefined) && { deprecated: replacedBy === undefined ? {} : { replacedBy } }),
      ...(text && { text }),
      ...upstreamOf(parameter),
    };
  });
  const common = row.id.startsWith('stonith:') ? fenceParameters : [];
  const fact: Fact = {
    ...about,
    id: `agent/${row.id}`,
    name: row.id,
    category: 'agent',
    ...(texts?.text && { text: texts.text }),
    ...upstreamOf(row),
  };
  return { fact, row, parameters: factTable(common, parameters), actions: row.actions };
}

/** The rows, each with the manual of its area unless it names a better one itself. */
function withManuals(data: CrmData): CrmData {
  const link = <T extends Fact>(facts: readonly T[]): T[] =>
    facts.map((fact) => {
      const address = fact.link ?? manualOf(data.manuals, fact.category);
      return address === undefined ? fact : { ...fact, link: address };
    });
  return {
    ...data,
    keywords: link(data.keywords),
    words: link(data.words),
    properties: link(data.properties),
    meta: link(data.meta),
    opAttributes: link(data.opAttributes),
    nodeAttributes: link(data.nodeAttributes),
    fenceParameters: link(data.fenceParameters),
  };
}

/** The agent's own words, the short ones in front. */
function upstreamOf({ short, long }: { readonly short?: string; readonly long?: string }): Pick<Fact, 'upstream'> {
  const upstream = [short, long].filter((part) => part !== undefined).join('\n\n');
  return upstream === '' ? {} : { upstream };
}

const own = (texts: Readonly<Record<string, Text>> | undefined, name: string): Text | undefined =>
  texts && Object.hasOwn(texts, name) ? texts[name] : undefined;

function groupBy<T>(list: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
