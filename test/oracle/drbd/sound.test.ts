import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askAll, type Parser } from './ask';
import { cases } from './cases';
import { corpus } from './corpus';
import { needsParser } from './needs-parser';
import { randomFrom } from './old-files';
import { type Accepted, acceptedItems } from './sound-items';

/** How many items are accepted for each parser; more by `SOUND_ITEMS=2500`, other ones by `SOUND_SEED=7`. */
const count = Number(process.env['SOUND_ITEMS'] ?? 200);
const seed = Number(process.env['SOUND_SEED'] ?? 1);

suite('Items of drbd completion', () => {
  for (const parser of ['9', '8.4', '8.3'] as const) {
    test(`${count} accepted items: drbdadm of ${parser} takes the file with each`, function () {
      needsParser(parser, this);
      const random = randomFrom(seed);
      const texts = takenTexts(parser);
      const items: Accepted[] = [];
      while (items.length < count) {
        items.push(...acceptedItems(texts[Math.floor(random() * texts.length)]!, parser, random, 3));
      }
      const refused = refusedItems(items, parser);
      console.log(`      ${items.length} items in ${texts.length} texts, ${refused.length} refused (seed ${seed})`);
      assert.deepEqual(refused, []);
    }).timeout(3_600_000);
  }

  test('the resource that the suite in VS Code types is accepted by drbdadm', function () {
    needsParser('9', this);
    const text = readFileSync(join(import.meta.dirname, '../../vscode/workspace/typed-resource.txt'), 'utf8');
    const [verdict] = askAll([{ text }], '9');
    assert.deepEqual([verdict?.accepted, verdict?.said], [true, '']);
  });
});

/** Small files that drbdadm takes as they are. */
function takenTexts(parser: Parser): string[] {
  const files = corpus().filter(({ text }) => text.split('\n').length < 120);
  if (files.length === 0) console.log('      no corpus here: own texts alone');
  const texts = [...cases, ...files.map(({ text }) => text)].filter(
    (text) => !/\{\{|\$\{|@@|<<|\bon [\w-]+\n *[\w-]+\n/.test(text),
  );
  // Cut in the middle, names of a header over several lines look like statements.
  const verdicts = askAll(
    texts.map((text) => ({ text })),
    parser,
  );
  return texts.filter((_text, i) => verdicts[i]?.accepted && !verdicts[i]?.crashed);
}

/** The items whose texts drbdadm refuses all, each on a line for people. */
function refusedItems(items: readonly Accepted[], parser: Parser): string[] {
  const asked = items.flatMap(({ texts, without }) => [without, ...texts].map((text) => ({ text })));
  const verdicts = askAll(asked, parser);
  let at = 0;
  return items.flatMap(({ label, slot, shown, texts }) => {
    const [base, ...own] = verdicts.slice(at, at + texts.length + 1);
    at += texts.length + 1;
    const before = new Set(errorsOf(base?.said ?? ''));
    const mine = own.map(({ accepted, said }) =>
      accepted ? [] : errorsOf(said).filter((line) => !before.has(line) && !isOfThisText.test(line)),
    );
    if (mine.some((lines) => lines.length === 0)) return [];
    return [`${label} | ${slot} | ${shown} | ${mine[0]?.slice(0, 3).join(' / ')}`];
  });
}

/** What was said, without places and without what only says where what follows is. */
const errorsOf = (said: string): string[] =>
  said
    .split('\n')
    .map((line) => line.replace(/^\S*\d+\.res:\d*:? */, '').trim())
    .filter(
      (line) => /\w/.test(line) && !/:$|first used here|WARN|You should put the global|in front of any/.test(line),
    );

/**
 * Refused since something belongs to it that is still to be written (a host's volumes, an end of a connection), or for
 * files, modules and resources that are not here.
 */
const isOfThisText =
  /keyword missing|protocol definition missing|Failed to open (?:include|template) file|volume \d+ (?:missing|must not be implicit|not defined on)|unsorted volumes|ambiguous inheritance|should be "|Use explicit 'connection'|no 'on' section for hostname '(?:alpha|beta|gamma|zz9)'|multiple host sections for this node|cannot determine which address|host section \("on"|without a single path|referenced resource '\w+' not defined|drbd-module-version|no matching|hostname \("\w+"\) is given|Internal error|with a "host" keyword/;
