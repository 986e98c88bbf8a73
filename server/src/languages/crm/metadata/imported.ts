import type { ValueType } from '../../../core/facts/types';
import type { ActionRow, AgentRow, ParameterRow } from '../agent-row';
import { isAgentId } from './agent-id';

/** What an agent's own metadata say for people, in their words and language. */
interface OwnWords {
  readonly short?: string;
  readonly long?: string;
}

export interface ImportedParameter extends ParameterRow, OwnWords {}

/** An agent as the user's own cluster describes it. */
export interface ImportedAgent extends AgentRow, OwnWords {
  readonly parameters: readonly ImportedParameter[];
}

/** Where agents came from: a folder, this machine, or a node that was asked over ssh. */
export interface ImportSource {
  readonly kind: 'folder' | 'machine' | 'node';
  /** The folder's or the node's name. */
  readonly name: string;
}

/** One import, as it is kept between sessions. */
export interface ImportedAgents {
  readonly version: 1;
  readonly source: ImportSource;
  /** When, in ISO 8601. */
  readonly date: string;
  readonly agents: readonly ImportedAgent[];
}

/** The most that one import may hold, and an agent. The largest real agent has about 80 parameters. */
export const limits = { agents: 3000, parameters: 1000, actions: 200, name: 200, value: 4000, text: 8000 } as const;

/**
 * An import out of whatever was kept: the file may be of another version, cut off, or written by somebody else.
 * Undefined unless every part of it is as we write it.
 */
export function toImportedAgents(kept: unknown): ImportedAgents | undefined {
  if (!isRecord(kept)) return undefined;
  const { version, source, date, agents } = kept;
  const fits =
    version === 1 &&
    isSource(source) &&
    isText(date, limits.name) &&
    !Number.isNaN(Date.parse(date)) &&
    isListOf(agents, limits.agents, isAgent) &&
    new Set(agents.map(({ id }) => id)).size === agents.length;
  return fits ? { version, source, date, agents } : undefined;
}

/** Names of parameters and actions are put into files as they are, and into snippets. */
export const isName = (name: unknown): name is string => typeof name === 'string' && /^[\w.:+-]{1,200}$/.test(name);

/** Times, roles and depths are single words. */
export const isWord = (word: unknown): word is string => typeof word === 'string' && /^[\w.]{1,40}$/.test(word);

type Guard<T> = (value: unknown) => value is T;

const isAgent: Guard<ImportedAgent> = (value): value is ImportedAgent =>
  isRecord(value) &&
  isText(value['id'], limits.name) &&
  isAgentId(value['id']) &&
  isFlag(value['promotable']) &&
  hasWords(value) &&
  isListOf(value['parameters'], limits.parameters, isParameter) &&
  isListOf(value['actions'], limits.actions, isAction);

const isParameter: Guard<ImportedParameter> = (value): value is ImportedParameter =>
  isRecord(value) &&
  isName(value['name']) &&
  isType(value['type']) &&
  isText(value['default'] ?? '', limits.value) &&
  (value['obsoletes'] === undefined || isName(value['obsoletes'])) &&
  isFlag(value['required']) &&
  isFlag(value['unique']) &&
  (value['uniqueGroup'] === undefined || isName(value['uniqueGroup'])) &&
  isFlag(value['deprecated']) &&
  hasWords(value);

const isAction: Guard<ActionRow> = (value): value is ActionRow =>
  isRecord(value) &&
  isName(value['name']) &&
  ['timeout', 'interval', 'role', 'depth'].every((key) => value[key] === undefined || isWord(value[key]));

/** The types that metadata can say. */
const isType: Guard<ValueType> = (value): value is ValueType =>
  isRecord(value) &&
  (['string', 'boolean', 'integer', 'duration'].includes(String(value['kind']))
    ? Object.keys(value).length === 1
    : value['kind'] === 'enum' && isListOf(value['values'], limits.parameters, isValue));

const isValue: Guard<string> = (value): value is string => isText(value, limits.value);

const isSource: Guard<ImportSource> = (value): value is ImportSource =>
  isRecord(value) &&
  ['folder', 'machine', 'node'].includes(String(value['kind'])) &&
  isText(value['name'], limits.value);

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown, longest: number): value is string =>
  typeof value === 'string' && value.length <= longest;

const isFlag = (value: unknown): boolean => value === undefined || typeof value === 'boolean';

const hasWords = (value: Readonly<Record<string, unknown>>): boolean =>
  isText(value['short'] ?? '', limits.text) && isText(value['long'] ?? '', limits.text);

const isListOf = <T>(value: unknown, most: number, fits: Guard<T>): value is T[] =>
  Array.isArray(value) && value.length <= most && value.every(fits);
