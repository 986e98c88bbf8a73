import { XmlElement } from '@rgrove/parse-xml';
import type { ValueType } from '../../../core/facts/types';
import type { ActionRow, AgentRow } from '../agent-row';
import { elementsIn, parseStrictly } from '../xml/strict';
import { type ImportedAgent, type ImportedParameter, isName, isWord, limits } from './imported';

/** Why a text is no metadata of an agent. */
export interface MetadataProblem {
  readonly problem: 'no-agent' | 'too-long' | 'declarations' | 'no-xml' | 'other-root' | 'too-many';
  /** What the reader of XML says, or the root that was found. */
  readonly detail?: string;
}

/** The longest metadata that are read; the longest real ones have 60,000 characters. */
export const longestMetadata = 1_000_000;

/**
 * Reads an agent's OCF metadata, for the bundled table and for imports alike. What metadata do not know is left out;
 * an agent's own words are kept as plain text.
 */
export function readMetadata(id: string, xml: string): ImportedAgent | MetadataProblem {
  if (xml.length > longestMetadata) return { problem: 'too-long' };
  const root = parseStrictly(xml.trim(), 'external');
  if (!(root instanceof XmlElement))
    return root.problem === 'DOCTYPE' ? { problem: 'declarations' } : { problem: 'no-xml', detail: root.problem };
  if (root.name !== 'resource-agent') return { problem: 'other-root', detail: root.name.slice(0, limits.name) };
  return readAgent(id, root);
}

/** The row without the agent's own words: facts alone. */
export function withoutWords({ short: _, long: __, ...agent }: ImportedAgent): AgentRow {
  return { ...agent, parameters: agent.parameters.map(({ short: _, long: __, ...parameter }) => parameter) };
}

function readAgent(id: string, root: XmlElement): ImportedAgent | MetadataProblem {
  const actions = below(root, 'actions', 'action')
    .filter(({ attributes: { name } }) => isName(name) && name !== 'meta-data')
    .map(({ attributes }) => toAction(attributes));
  const described = below(root, 'parameters', 'parameter').filter(({ attributes: { name } }) => isName(name));
  const groups = described.map(({ attributes }) => attributes['unique-group']);
  const isShared = (group: string): boolean => groups.indexOf(group) !== groups.lastIndexOf(group);
  const parameters = described.map((parameter) => toParameter(id, parameter, isShared));
  if (actions.length > limits.actions || parameters.length > limits.parameters) return { problem: 'too-many' };
  const names = new Set(actions.map(({ name }) => name));
  return {
    id,
    ...(names.has('promote') && names.has('demote') && { promotable: true }),
    ...wordsOf(root),
    parameters: [...new Map(parameters.map((row) => [row.name, row])).values()],
    actions,
  };
}

const below = (root: XmlElement, list: string, item: string): XmlElement[] =>
  elementsIn(root, list).flatMap((found) => elementsIn(found, item));

// Pacemaker says these to fence agents itself, whatever their metadata demand (pacemaker 2.1.5, lib/fencing/st_rhcs.c).
const givenByCluster = new Set(['action', 'plug', 'port']);

function toParameter(id: string, parameter: XmlElement, isShared: (group: string) => boolean): ImportedParameter {
  const { name = '', required, unique, 'unique-group': group, deprecated, obsoletes } = parameter.attributes;
  const content = elementsIn(parameter, 'content')[0];
  const standard = content?.attributes['default']?.trim().slice(0, limits.value);
  const together = isName(group) && isShared(group);
  const given = id.startsWith('stonith:fence_') && givenByCluster.has(name);
  return {
    name,
    type: toType(content, standard),
    ...(standard !== undefined && standard !== '' && { default: standard }),
    ...(isYes(required) && !given && { required: true }),
    ...(!together && (isYes(unique) || group !== undefined) && { unique: true }),
    ...(together && { uniqueGroup: group }),
    ...(isYes(deprecated) && { deprecated: true }),
    ...(isName(obsoletes) && { obsoletes }),
    ...wordsOf(parameter),
  };
}

function toType(content: XmlElement | undefined, standard: string | undefined): ValueType {
  const values = (content ? elementsIn(content, 'option') : []).flatMap(({ attributes: { value } }) =>
    value === undefined || value.length > limits.value ? [] : [value],
  );
  if (values.length > 0 && values.length <= limits.parameters) return { kind: 'enum', values };
  const declared = content?.attributes['type'];
  const kind = (declared === undefined ? undefined : kinds.get(declared)) ?? 'string';
  return { kind: standard ? believable(kind, standard) : kind };
}

type Kind = 'string' | 'boolean' | 'integer' | 'duration';

const kinds: ReadonlyMap<string, Kind> = new Map([
  ['boolean', 'boolean'],
  ['integer', 'integer'],
  ['second', 'duration'],
  ['time', 'duration'],
  ['duration', 'duration'],
  ['timeout', 'duration'],
]);

/** Some metadata declare a type that their own default is not of: then the default is right. */
function believable(kind: Kind, standard: string): Kind {
  const time = /^\d+ *(?:us|ms|s|sec|m|min|h|hr)?$/i;
  switch (kind) {
    case 'boolean':
      return /^(?:true|false|yes|no|on|off|y|n|1|0)$/i.test(standard) ? kind : 'string';
    case 'integer':
      return /^[+-]?\d+$/.test(standard) ? kind : time.test(standard) ? 'duration' : 'string';
    case 'duration':
      return time.test(standard) ? kind : 'string';
    default:
      return kind;
  }
}

function toAction({ name = '', timeout, interval, role, depth }: Readonly<Record<string, string>>): ActionRow {
  const [timeoutWord, intervalWord, roleWord, depthWord] = [timeout, interval, role, depth].map(word);
  return {
    name,
    ...(timeoutWord !== undefined && { timeout: timeoutWord }),
    ...(intervalWord !== undefined && !/^0s?$/.test(intervalWord) && { interval: intervalWord }),
    ...(roleWord !== undefined && { role: roleWord }),
    ...(depthWord !== undefined && depthWord !== '0' && { depth: depthWord }),
  };
}

/** What is no single word is no time, role or depth. */
function word(text: string | undefined): string | undefined {
  const trimmed = text?.trim();
  return isWord(trimmed) ? trimmed : undefined;
}

const isYes = (value: string | undefined): boolean => value === '1' || value === 'true' || value === 'yes';

/** The agent's own words about itself or about a parameter; fence agents say the short ones in an attribute. */
function wordsOf(element: XmlElement): { short?: string; long?: string } {
  const short = tidy(english(element, 'shortdesc') ?? element.attributes['shortdesc']);
  const long = tidy(english(element, 'longdesc'));
  return { ...(short !== '' && { short }), ...(long !== '' && long !== short && { long }) };
}

function english(element: XmlElement, name: string): string | undefined {
  const all = elementsIn(element, name);
  return (all.find(({ attributes: { lang } }) => lang?.startsWith('en')) ?? all[0])?.text;
}

/** Text without the indentation that its XML has, and without characters that nobody sees. */
function tidy(text: string | undefined): string {
  const clean = (text ?? '')
    .slice(0, 2 * limits.text)
    .replace(/[^\P{C}\n\t]/gu, '')
    .replace(/\t/g, '    ');
  const lines = clean.split('\n').map((line) => line.trimEnd());
  const indents = lines.slice(1).flatMap((line) => (line === '' ? [] : [line.search(/\S/)]));
  const indent = Math.min(...indents, lines[0]?.startsWith(' ') ? lines[0].search(/\S/) : Number.MAX_SAFE_INTEGER);
  const dedented = lines.map((line) => (line.search(/\S/) >= indent ? line.slice(indent) : line.trimStart()));
  const joined = dedented
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  return joined.length > limits.text ? `${joined.slice(0, limits.text - 1)}…` : joined;
}
