import { defineRule, type RuleContext } from '../../../core/lint/rule';
import type { Severity } from '../../../core/workspace/unit';
import { type Item, walk } from '../ast';
import type { DrbdFacts, OptionFact } from '../facts';
import { type Generation, targetOf } from '../generation';
import type { DrbdModel } from '../model';
import { isJudgedOption } from '../option-places';

const order: readonly Generation[] = ['8.3', '8.4', '9', 'master'];

/** Statements and sections that not every parser knows, with the generations that do. */
const words: Readonly<Record<string, readonly Generation[]>> = {
  'ignore-on': ['8.3', '8.4'],
  'alternate-link-address': ['8.4'],
  tiebreaker: ['master'],
  _cstate: ['master'],
  'node-id': ['9', 'master'],
  connection: ['9', 'master'],
  'connection-mesh': ['9', 'master'],
  path: ['9', 'master'],
  'template-file': ['9', 'master'],
  'outside-address': ['master'],
};

function generationsOf(item: Item, facts: DrbdFacts): readonly Generation[] | undefined {
  if (item.kind === 'option' && isJudgedOption(item)) {
    const fact: OptionFact | undefined = facts.option(item.place, item.keyword.text);
    return fact && order.filter((generation) => fact.generations[generation]);
  }
  return Object.hasOwn(words, item.keyword.text) && item.keyword.kind === 'word' ? words[item.keyword.text] : undefined;
}

/** What the parser of the target says; a target that is only guessed makes it milder. */
function severityFor(context: RuleContext, generations: readonly Generation[]): Severity | undefined {
  const { generation, set } = targetOf(context);
  if (generations.includes(generation)) return set || generations.includes('9') ? undefined : 'warning';
  if (set || generation === '9') return 'error';
  // The files are from another era: of a word that DRBD 9 knows nothing is said.
  return generations.includes('9') ? undefined : 'warning';
}

export const otherGeneration = defineRule<DrbdModel>()({
  id: 'drbd/other-generation',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'The word belongs to another generation of DRBD than the files are for. Which one that is the setting `linuxHa.target.drbd` says; with `auto` words of one generation only tell, and without such words it is DRBD 9 as of drbd-utils 9.22.',
    ja: 'この設定の対象とは異なる世代の DRBD の語です。対象は設定 `linuxHa.target.drbd` で指定します。`auto` では特定の世代にしかない語から判断し、手掛かりがなければ DRBD 9（drbd-utils 9.22）とみなします。',
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
  },
  examples: {
    bad: ['resource r0 {\n  net { tls yes; }\n}\n', 'resource r0 {\n  disk { use-bmbv; }\n}\n'],
    good: ['resource r0 {\n  net { timeout 60; }\n}\n'],
  },
  source: 'drbd-utils 9.22 and later, drbdadm_parser.c of each generation',
  check(unit, context) {
    const { facts, items } = unit.model;
    if (!facts.loaded) return;
    for (const item of walk(items)) {
      const keyword =
        item.args.find(({ text }) => item.kind === 'endpoint' && text === 'outside-address') ?? item.keyword;
      const generations = generationsOf({ ...item, keyword }, facts);
      if (!generations || hasOwnRule(item)) continue;
      const severity = severityFor(context, generations);
      if (!severity) continue;
      const { generation } = targetOf(context);
      const target = generations.includes(generation) ? '9' : generation;
      const isNewer = order.indexOf(generations[0] ?? '9') > order.indexOf(target);
      const name = (generation: Generation | undefined) =>
        generation === 'master' ? '9 (newer than 9.22)' : (generation ?? '');
      const args = {
        name: keyword.text,
        first: name(generations[0]),
        last: name(generations.at(-1)),
        target: `DRBD ${target}`,
      };
      context.report(isNewer ? 'newer' : 'older', keyword.span, { args, severity });
    }
  },
});

/** Words whose story other rules tell, with what to write instead. */
const hasOwnRule = ({ kind, place, keyword }: Item): boolean =>
  kind === 'option' && (place === 'syncer' || (place === 'disk' && keyword.text === 'fencing'));
