import { type Item, isTemplate, members, walk } from '../ast';
import { isJudgedOption } from '../option-places';
import { dropIfEmpty } from './moves';
import { factFor, modernText, nameNow, saysDefault, takesValue } from './statement';
import type { Task } from './task';

/** Rewrites the options that stay where they are: old names, `no-`, words that the target has no more. */
export function rewriteOptions(task: Task, items: readonly Item[]): void {
  for (const item of walk(items)) {
    if (!item.body || item.kind === 'syncer') continue;
    for (const option of members(item, 'option')) if (!task.isDone(option)) rewriteOption(task, item, option);
    if (optionBlocks.has(item.kind) && hasLost(task, item)) dropIfEmpty(task, item);
  }
}

/** Sections that say nothing once their options are gone. */
const optionBlocks: ReadonlySet<string> = new Set(['net', 'disk', 'options', 'startup', 'handlers', 'proxy']);

const hasLost = (task: Task, { body }: Item): boolean => (body ?? []).some((item) => task.isDone(item));

function rewriteOption(task: Task, block: Item, option: Item): void {
  const name = nameNow(option);
  if (!isJudgedOption(option) || isTemplate(option.keyword)) return;
  if (name === 'become-primary-on') {
    if (task.to !== '9') {
      if (!task.fromOld) task.remark('awake', option);
      return;
    }
    task.remove(option);
    task.remark('promote', option);
    return;
  }
  if (option.place === 'handlers' && name === 'outdate-peer') {
    renameHandler(task, block, option);
    return;
  }
  if (name === 'fencing' && option.place === 'disk' && task.to === '9') {
    task.remark('volumeFencing', option);
    return;
  }
  const fact = factFor(task.facts, option.place, name, task.to);
  if (!fact) dropOption(task, option);
  else if (!takesValue(fact, option, task.to)) task.remarkValue(option);
  else task.replace(option.span, modernText(task.layout, option, task.facts, task.to));
}

/** Up to 8.4 `outdate-peer` is read as `fence-peer`; DRBD 9 has no use for it. */
function renameHandler(task: Task, block: Item, option: Item): void {
  const other = members(block, 'option').find(({ keyword }) => keyword.text === 'fence-peer');
  const [own, there] = [option.args[0]?.text ?? '', other?.args[0]?.text];
  const text = modernText(task.layout, option, task.facts, task.to);
  if (there === undefined) task.replace(option.span, text.replace(option.keyword.text, 'fence-peer'));
  else if (there === own) task.remove(option);
  else task.remark('clash', option, { value: own, other: there });
}

/** An option that the target does not know: what is gone for good goes, what is new stays for people to decide. */
function dropOption(task: Task, option: Item): void {
  const row = task.facts.option(option.place, option.keyword.text);
  if (!row) return;
  const { generations } = row;
  if (task.to === '9' && !generations['8.3'] && !generations['8.4']) return; // newer than 9.22
  const isMoved = option.keyword.text === 'fencing';
  if (task.to === '9' || (!isMoved && saysDefault(task.facts, option))) {
    task.remove(option);
    task.remark('dropped', option);
  } else task.remark('unknown', option);
}
