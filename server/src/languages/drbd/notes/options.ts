import { code, escapeMarkdown, paragraphs, table } from '../../../base/markdown';
import { type Item, isTemplate, members } from '../ast';
import type { Effective, Options } from '../effective/types';
import type { OptionFact } from '../facts';
import { settingOf } from '../model/merge';
import type { Place } from '../parser/slot-notes';
import { type NoteContext, placeLink } from './context';
import { commonOf, optionsRound, type ResourceReading, readEffective } from './effective';
import { shownValue, valueMeaning } from './values';

/** The option statement that a word stands in. */
function optionAt({ path, model, span }: NoteContext): Item | undefined {
  const list = path.at(-1)?.body ?? model.items;
  return list.find((item) => item.kind === 'option' && item.span.start <= span.start && span.end <= item.span.end);
}

const placeOf = (item: Item): Place =>
  item.keyword.text === 'protocol' && item.place !== 'common' ? 'net' : item.place;

/** What an option's value means, what its default means, and which value is in effect. */
export function optionNote(context: NoteContext): { lead: string | undefined; more: string | undefined } {
  const option = optionAt(context);
  if (!option) return { lead: undefined, more: undefined };
  const fact = context.model.facts.option(placeOf(option), option.keyword.text);
  return {
    lead: context.slot.kind === 'option-value' ? valueLead(context, option, fact) : undefined,
    more: inEffect(context, option, fact),
  };
}

function valueLead(context: NoteContext, option: Item, fact: OptionFact | undefined): string | undefined {
  const { text, t, locale } = context;
  if (isTemplate(option.args[0]))
    return t(
      'Filled in by a template engine or a shell before DRBD reads it.',
      'DRBD が読む前に、テンプレートエンジンやシェルが値に置き換える。',
    );
  const named = waitedFor(context, option.keyword.text);
  if (named !== undefined) return named;
  const meaning = valueMeaning(text, fact, locale);
  if (!meaning)
    return fact
      ? undefined
      : `${code(text)} — ${t(`value of ${code(option.keyword.text)}`, `${code(option.keyword.text)} の値`)}`;
  const usual = fact?.default;
  const same = usual !== undefined && usual !== text && /^\d/.test(usual) ? shownValue(usual, fact, locale) : undefined;
  const sign = /^\d/.test(text) ? ' = ' : ' — ';
  return code(text) + sign + meaning + (same ? t(` (default ${same})`, `（既定値 ${same}）`) : '');
}

/** The resource (and its volume) that a resync waits for. */
function waitedFor(context: NoteContext, option: string): string | undefined {
  if (option !== 'resync-after' && option !== 'after') return undefined;
  const [name = '', volume] = context.text.split('/');
  const found = context.around.declarations('drbd.resource', name)[0];
  if (!found) return undefined;
  const at = placeLink(context, name, found);
  const number = volume === undefined ? '' : escapeMarkdown(volume);
  return number === ''
    ? context.t(`Waits for the resource ${at}.`, `リソース ${at} の再同期を待つ。`)
    : context.t(`Waits for volume ${number} of ${at}.`, `${at} のボリューム ${number} の再同期を待つ。`);
}

/** The value in effect for a resource; in `common` that it is what resources inherit. */
function inEffect(context: NoteContext, option: Item, fact: OptionFact | undefined): string | undefined {
  const { path, t, locale, span } = context;
  const [outer] = path;
  const name = option.keyword.text.replace(/^no-/, '');
  if (outer?.kind === 'common')
    return t('Resources inherit it where they say nothing else.', '別の指定がないリソースはこの値を引き継ぐ。');
  if (outer?.kind !== 'resource' || span.end <= outer.span.start) return undefined;
  const reading = readEffective(context, outer, undefined);
  const options =
    reading &&
    (option.keyword.text === 'protocol' && path.length === 1 ? reading.resource.net : optionsRound(reading, path));
  const effective = options?.get(nameIn(options, name));
  if (!reading || !effective) return undefined;
  if (!reading.isHere(effective, option))
    return t(
      `Not in effect here: ${shownValue(effective.written, fact, locale)} from ${reading.originOf(effective)} is.`,
      `ここでは効いていない。有効な値は ${reading.originOf(effective)} の ${shownValue(effective.written, fact, locale)}。`,
    );
  const replaced = inherited(context, path, name);
  return replaced === undefined || replaced === effective.written
    ? undefined
    : t(
        `In effect for this resource; ${code('common')} says ${shownValue(replaced, fact, locale)}.`,
        `このリソースで有効。${code('common')} の値は ${shownValue(replaced, fact, locale)}。`,
      );
}

/** The name that an option goes by in effect: 8.3 knew some by others. */
const nameIn = (options: Options, name: string): string =>
  options.has(name)
    ? name
    : ({ rate: 'resync-rate', after: 'resync-after', 'outdate-peer': 'fence-peer' }[name] ?? name);

/** What `common` says of an option of the same section. */
function inherited(context: NoteContext, path: readonly Item[], name: string): string | undefined {
  const section = path.at(-1)?.kind;
  const common = section && commonOf(context);
  if (!common) return undefined;
  return members(common.item, section)
    .flatMap((block) => members(block, 'option'))
    .map((item) => settingOf(item, (_name, value) => value))
    .findLast((setting) => setting.name === name)?.shown;
}

/** All options in effect in a section, with where they come from. */
export function sectionNote(context: NoteContext): string | undefined {
  const { path, model, span, t } = context;
  const section = (path.at(-1)?.body ?? model.items).find(
    (item) => item.body && item.keyword.span.start === span.start,
  );
  const [outer] = path;
  if (!section || outer?.kind !== 'resource') return undefined;
  const reading = readEffective(context, outer, undefined);
  const options = reading && optionsRound(reading, [...path, section]);
  if (!reading || !options || options.size === 0) return undefined;
  return paragraphs(
    t(`In effect for ${code(reading.resource.name)}:`, `${code(reading.resource.name)} で有効な値:`),
    optionTable(context, reading, [...options.values()], section.inner ?? section.place),
  );
}

/** Most options that a table shows. */
const most = 16;

function optionTable(
  { t, locale, model }: NoteContext,
  { originOf }: ResourceReading,
  options: readonly Effective[],
  place: Place,
): string {
  const rows = options.slice(0, most).map((effective) => {
    const fact = model.facts.option(place, effective.name);
    // A hover may be on a screen that others see.
    const value = effective.name === 'shared-secret' ? '…' : shownValue(effective.written, fact, locale);
    return [code(effective.name), value, originOf(effective)];
  });
  const more = options.length - most;
  const rest = more > 0 ? t(`… and ${more} more`, `… ほか ${more} 件`) : '';
  return paragraphs(table([t('Option', 'オプション'), t('Value', '値'), t('From', '設定元')], rows), rest);
}
