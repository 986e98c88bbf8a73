import type { OutlineItem } from '../../core/language';
import type { Unit } from '../../core/workspace/unit';
import type { CrmModel } from './model';
import type { Statement } from './statement';

/** Statements by their names; `### … ###` headings, as Linux-HA Japan's generator prints them, as sections. */
export function crmOutline({ text, model }: Unit<CrmModel>): OutlineItem[] {
  const { statement, parsed } = model;
  if (parsed.shape === 'comment') return heading(text);
  if (!statement) return parsed.shape === 'command' || parsed.words.length > 0 ? command(text, model) : [];
  const nameSpan = statement.name?.span ?? statement.keyword;
  const span = { start: statement.keyword.start, end: Math.max(nameSpan.end, text.trimEnd().length) };
  const detail = detailOf(statement);
  const children = membersOf(statement);
  return [
    {
      name: statement.name?.text ?? '',
      kind: statement.kind,
      ...(detail !== '' && { detail }),
      span,
      nameSpan: { start: nameSpan.start, end: nameSpan.end },
      ...(children.length > 0 && { children }),
    },
  ];
}

function heading(text: string): OutlineItem[] {
  const match = /^\s*#{2,}\s*(\S.*?)\s*#{2,}\s*$/.exec(text);
  if (!match?.[1]) return [];
  const start = text.indexOf(match[1]);
  const nameSpan = { start, end: start + match[1].length };
  return [{ name: match[1], kind: 'heading', span: { start: 0, end: text.trimEnd().length }, nameSpan }];
}

/** A line for the interpreter: its first words. */
function command(text: string, { parsed }: CrmModel): OutlineItem[] {
  const first = parsed.words[0];
  if (!first) return [];
  const span = { start: first.start, end: text.trimEnd().length };
  const rest = parsed.words.slice(1, 4).map(({ value }) => value);
  return [
    {
      name: first.value,
      kind: 'command',
      ...(rest.length > 0 && { detail: rest.join(' ') }),
      span,
      nameSpan: { start: first.start, end: first.end },
    },
  ];
}

function detailOf({ kind, agent, template, members, score, node, sets }: Statement): string {
  if (agent) return agent.value;
  if (template) return `@${template.name}`;
  if (kind === 'location')
    return [members[0]?.name, score && `${score.text}:`, node?.name].filter((part) => part !== undefined).join(' ');
  if (score) return `${score.text}: ${members.map(({ name }) => name).join(' ')}`;
  if (members.length > 0) return members.map(({ name }) => name).join(' ');
  const first = sets[0]?.attributes.filter(({ name }) => !name.startsWith('$')) ?? [];
  return first.length > 3 ? `${first.length} …` : first.map(({ word }) => word.value).join(' ');
}

/** What a container holds, and what a set of properties sets. */
function membersOf(statement: Statement): OutlineItem[] {
  const { kind, members, sets } = statement;
  if (['group', 'clone', 'ms', 'bundle', 'tag'].includes(kind)) {
    return members.map(({ name, span }) => ({ name, kind: 'member', span, nameSpan: span }));
  }
  if (!['property', 'rsc_defaults', 'op_defaults'].includes(kind)) return [];
  return sets.flatMap(({ attributes }) =>
    attributes.map(({ name, value, word, nameSpan }) => ({
      name,
      kind: 'property',
      ...(value !== undefined && { detail: value }),
      span: { start: word.start, end: word.end },
      nameSpan: { start: nameSpan.start, end: nameSpan.end },
    })),
  );
}
