import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cases } from './cases';
import { cibTexts } from './cib-cases';
import { askCrmsh, hasCrmsh } from './crmsh';
import { seeded } from './positions';
import { type Accepted, acceptedItems } from './sound-items';

const corpus = join(import.meta.dirname, '../../../../shared/corpus/crm');

/** How many items are accepted; more by `SOUND_ITEMS=5000`, other ones by `SOUND_SEED=7`. */
const count = Number(process.env['SOUND_ITEMS'] ?? 600);
const seed = Number(process.env['SOUND_SEED'] ?? 1);

suite('Items of crm completion', () => {
  suiteSetup(function () {
    if (hasCrmsh()) return;
    assert.ok(!process.env['CI'], 'crmsh is not installed');
    console.log('      crmsh is not installed: nothing compared');
    this.skip();
  });

  test(`${count} accepted items: crmsh takes the statement with each`, () => {
    const random = seeded(seed);
    const texts = takenTexts();
    const items: Accepted[] = [];
    while (items.length < count) items.push(...acceptedItems(texts[Math.floor(random() * texts.length)]!, random, 4));
    const refused = refusedItems(refusedItems(items, 0, 3), 3, 20);
    console.log(`      ${items.length} items, ${refused.length} refused (seed ${seed})`);
    assert.deepEqual(
      refused.map(({ label, line, texts }) => `${label} | ${line} | ${askCrmsh(texts).map(({ errors }) => errors[0])}`),
      [],
    );
  }).timeout(3_600_000);
});

/** Small files that crmsh takes as they are. */
function takenTexts(): string[] {
  const files = existsSync(corpus) ? readdirSync(corpus).map((name) => readFileSync(join(corpus, name), 'utf8')) : [];
  if (files.length === 0) console.log('      no corpus here: own texts alone');
  const small = files.filter((text) => text.split('\n').length < 70 && !text.includes('<<'));
  const texts = [...cibTexts, ...cases.map(({ text }) => text), ...small];
  const verdicts = askCrmsh(texts);
  // Patterns as names: what is in a container cannot be seen from them.
  return texts.filter((text, i) => verdicts[i]?.ok && !/^(?:group|clone|ms) .*[*?[]/m.test(text));
}

/** The items whose texts, from one place to another, crmsh refuses all. */
function refusedItems(items: readonly Accepted[], from: number, to: number): Accepted[] {
  const asked = items.flatMap(({ texts }) => texts.slice(from, to));
  const verdicts = asked.length > 0 ? askCrmsh(asked) : [];
  let at = 0;
  return items.filter(({ texts }) => {
    const own = verdicts.slice(at, at + texts.slice(from, to).length);
    at += own.length;
    return own.every(({ ok, errors }) => !ok && !errors.some(isOfThisText));
  });
}

/**
 * Refused for what else is there: an operation of the same interval, the one topology, a set whose id was cut away, the
 * number of an instance, which stands between two resources only.
 */
const isOfThisText = (error: string): boolean =>
  /already has a monitor op|Invalid role for \S+:\d|Duplicate resource: (?:fencing_topology|(?:cib-bootstrap|rsc|op)-options)$/.test(
    error,
  );
