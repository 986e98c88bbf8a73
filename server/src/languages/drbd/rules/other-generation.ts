import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { Severity, Unit } from '../../../core/workspace/unit';
import type { Item } from '../ast';
import type { DrbdFacts, OptionFact } from '../facts';
import { type Generation, oldGeneration, targetOf } from '../generation';
import type { DrbdModel } from '../model';
import { isExplained, oldReading } from '../old-findings';
import { isJudgedOption } from '../option-places';
import { slipOf } from '../places';
import { rewritesOf } from '../rewrites';
import { order, since9, words } from '../word-generations';

function generationsOf(item: Item, facts: DrbdFacts): readonly Generation[] | undefined {
  const { keyword, kind, place } = item;
  if (kind === 'option' && isJudgedOption(item)) {
    const fact: OptionFact | undefined = facts.option(place, keyword.text);
    return fact && order.filter((generation) => fact.generations[generation]);
  }
  if (keyword.kind !== 'word' || place === 'plugin') return undefined;
  if (/^require-drbd-module-version-/.test(keyword.text)) return since9;
  if (kind === 'skip' && place !== 'top') return since9;
  return Object.hasOwn(words, keyword.text) ? words[keyword.text] : undefined;
}

/** What the parser of the target says; a word of the files' own era is only a warning for those who go on to 9. */
function severityFor(context: RuleContext, generations: readonly Generation[]): Severity | undefined {
  const { generation, set } = targetOf(context);
  if (!generations.includes(generation)) return 'error';
  return set || generations.includes('9') ? undefined : 'warning';
}

export const otherGeneration = defineRule<DrbdModel>()({
  id: 'drbd/other-generation',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'The word belongs to another generation of DRBD than the files are for. Which one that is the setting `linuxHa.target.drbd` says, or a comment at the top of a file: `# linux-ha: drbd 8.4`. Without them words of one generation only tell, and without such words it is DRBD 9 as of drbd-utils 9.22.',
    ja: 'この設定の対象とは異なる世代の DRBD の語です。対象は設定 `linuxHa.target.drbd` か、ファイル先頭のコメント `# linux-ha: drbd 8.4` で指定します。指定がなければ特定の世代にしかない語から判断し、手掛かりがなければ DRBD 9（drbd-utils 9.22）とみなします。',
  },
  messages: {
    older: {
      en: '"{name}" was dropped after DRBD {last}; drbdadm of {target} refuses it.',
      ja: '「{name}」は DRBD {last} を最後に廃止されました。{target} の drbdadm は受け付けません。',
    },
    newer: {
      en: '"{name}" is known from DRBD {first} on; drbdadm of {target} refuses it.',
      ja: '「{name}」は DRBD {first} 以降のものです。{target} の drbdadm は受け付けません。',
    },
    refused: {
      en: 'drbdadm of DRBD {generation} refuses {word} here; it reads: {expected}',
      ja: 'DRBD {generation} の drbdadm はここで {word} を受け付けません。書けるもの: {expected}',
    },
  },
  examples: {
    bad: [
      'resource r0 {\n  net { tls yes; }\n}\n',
      'resource r0 {\n  disk { use-bmbv; }\n}\n',
      '# linux-ha: drbd 8.4\nresource r0 {\n  connection-mesh { hosts a b; }\n}\n',
      '# linux-ha: drbd 8.3\nresource r0 {\n  disk { resync-rate 10M; }\n}\n',
    ],
    good: ['resource r0 {\n  net { timeout 60; }\n}\n', '# linux-ha: drbd 8.4\ncommon {\n  disk { use-bmbv; }\n}\n'],
  },
  source: 'drbd-utils 9.22 and later, drbdadm_parser.c of each generation',
  check(unit, context) {
    if (!unit.model.facts.loaded) return;
    const reported = checkItems(unit, context, unit.model.items);
    checkStop(unit, context, reported);
  },
});

/** Words of other generations; what stands in a section of another generation is not looked at. */
function checkItems(unit: Unit<DrbdModel>, context: RuleContext, items: readonly Item[]): Item[] {
  const reported: Item[] = [];
  for (const item of items) {
    const keyword =
      item.args.find(({ text }) => item.kind === 'endpoint' && text === 'outside-address') ?? item.keyword;
    const generations = generationsOf({ ...item, keyword }, unit.model.facts);
    const severity =
      generations && !hasOwnRule(item, context) && !slipOf(item) ? severityFor(context, generations) : undefined;
    if (generations && severity) reportWord(context, { item, word: keyword.text, generations, severity }, unit.text);
    if (severity === 'error') reported.push(item);
    if (severity !== 'error' && item.body) reported.push(...checkItems(unit, context, item.body));
  }
  return reported;
}

interface Misfit {
  readonly item: Item;
  readonly word: string;
  readonly generations: readonly Generation[];
  readonly severity: Severity;
}

function reportWord(context: RuleContext, { item, word, generations, severity }: Misfit, text: string): void {
  const { generation } = targetOf(context);
  const target = generations.includes(generation) ? '9' : generation;
  const isNewer = order.indexOf(generations[0] ?? '9') > order.indexOf(target);
  const name = (which: Generation | undefined) => (which === 'master' ? '9 (newer than 9.22)' : (which ?? ''));
  const args = {
    name: word,
    first: name(generations[0]),
    last: name(generations.at(-1)),
    target: `DRBD ${target}`,
  };
  context.report(isNewer ? 'newer' : 'older', item.keyword.span, {
    args,
    severity,
    fixes: () => rewritesOf(item, target, text),
  });
}

/** Where an 8.x parser gives up at a word, and nothing else has been said of it. */
function checkStop(unit: Unit<DrbdModel>, context: RuleContext, reported: readonly Item[]): void {
  const stop = oldReading(unit, context)?.stop;
  const generation = oldGeneration(context);
  if (!stop || !generation || isExplained(unit, stop, generation, reported)) return;
  const word = unit.text.slice(stop.span.start, stop.span.end) || '(end)';
  context.report('refused', stop.span, { args: { generation, word, expected: stop.expected } });
}

/** Words whose story other rules tell, with what to write instead. */
function hasOwnRule({ kind, place, keyword }: Item, context: RuleContext): boolean {
  const { generation, set } = targetOf(context);
  const old = set && generation.startsWith('8');
  if (kind !== 'option') return false;
  return (place === 'syncer' && !old) || (keyword.text === 'fencing' && place === (old ? 'net' : 'disk'));
}
