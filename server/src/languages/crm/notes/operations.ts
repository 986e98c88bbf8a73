import { durationWords } from '../../../base/human';
import { code, escapeMarkdown, paragraphs, table } from '../../../base/markdown';
import type { Operation } from '../statement';
import { seconds } from '../values';
import { type NoteContext, nameLink, ownUses } from './context';

/** The operation that a word stands in. */
export const operationAt = ({ unit, span }: NoteContext): Operation | undefined =>
  unit.model.statement?.operations.findLast(({ head }) => head.start <= span.start);

/** What an operation does here, how long it may take, and what the agent's authors advise. */
export function operationNote(context: NoteContext): string | undefined {
  const operation = operationAt(context);
  const name = operation?.name?.value;
  if (!operation || name === undefined) return undefined;
  const value = (wanted: string) => operation.attributes.find((attribute) => attribute.name === wanted)?.value;
  return paragraphs(sentence(context, name, value), timeTable(context, name, value));
}

type Read = (name: string) => string | undefined;

function sentence({ t, locale }: NoteContext, name: string, value: Read): string {
  const interval = seconds(value('interval') ?? '0') ?? 0;
  const role = escapeMarkdown(value('role') ?? '');
  const who = role ? t(`, where it is ${role}`, `（${role} のとき）`) : '';
  if (interval === 0)
    return t(`${code(name)} when it is needed${who}.`, `${code(name)} を必要になったときに実行する${who}。`);
  const every = durationWords(interval, locale);
  return t(`${code(name)} every ${every}${who}.`, `${code(name)} を ${every}ごとに実行する${who}。`);
}

/** Timeout and interval: here, in `op_defaults`, and as advised. */
function timeTable(context: NoteContext, name: string, value: Read): string | undefined {
  const { t, facts, unit } = context;
  const agent = facts.agent(agentOf(context));
  const role = value('role')?.toLowerCase();
  const fitting = agent?.actions.filter((action) => action.name === name) ?? [];
  const fits = fitting.find((action) => sameRole(action.role, role)) ?? fitting[0];
  const advised = fits?.timeout !== undefined || fits?.interval !== undefined ? fits : undefined;
  const defaults = ownUses(context, 'crm.op_defaults', 'timeout')[0];
  const own = written(value('timeout'));
  const timeout =
    own ??
    (defaults
      ? `${escapeMarkdown(defaults.entry.value ?? '')} (${nameLink(context, 'op_defaults', defaults)})`
      : t('20s (default)', '20s（既定値）'));
  if (!advised && own === undefined && unit.model.statement === undefined) return undefined;
  const rows = [
    [t('Timeout', 'タイムアウト'), timeout, withUnit(advised?.timeout)],
    ...(isRepeated(value('interval')) || isRepeated(advised?.interval)
      ? [[t('Interval', '間隔'), written(value('interval')) ?? '–', withUnit(advised?.interval)]]
      : []),
  ];
  return advised
    ? table(['', t('Here', 'この設定'), t('Advised', '推奨')], rows)
    : `${t('Timeout', 'タイムアウト')}: ${timeout}`;
}

const written = (text: string | undefined): string | undefined => text && escapeMarkdown(text);

/** Metadata often leave out that a number counts seconds. */
export const withUnit = (time: string | undefined): string =>
  time === undefined ? '–' : /^\d+$/.test(time) ? `${time}s` : time;

const isRepeated = (interval: string | undefined): boolean => (seconds(interval ?? '0') ?? 0) > 0;

const sameRole = (one: string | undefined, other: string | undefined): boolean => usual(one) === usual(other);
const usual = (role: string | undefined): string | undefined =>
  ({ master: 'promoted', slave: 'unpromoted' })[role?.toLowerCase() ?? ''] ?? role?.toLowerCase();

/** The agent of a statement, of its template if it has none of its own. */
export function agentOf({ unit, around }: Pick<NoteContext, 'unit' | 'around'>): string | undefined {
  const { statement } = unit.model;
  if (statement?.agent) return statement.agent.value;
  const template = statement?.template && around.declarations('crm.template', statement.template.name)[0];
  const model = template?.unit.model as Partial<NoteContext['unit']['model']> | undefined;
  return model?.statement?.agent?.value;
}
