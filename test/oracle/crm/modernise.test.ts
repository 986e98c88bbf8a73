import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { applyEdits } from '../../../server/src/base/edits';
import { serviceWith } from '../../support/service';
import { askCrmsh, hasCrmsh } from './crmsh';

const corpus = join(import.meta.dirname, '../../../../shared/corpus/crm');

/** Old words of every kind, besides the corpus. */
const own = [
  'primitive s ocf:pacemaker:Stateful op monitor interval=9s role=Master op monitor interval=10s role=Slave\nms m s meta master-max=1 notify=true\nprimitive a Dummy\ncolocation c inf: a m:Master\norder o inf: m:promote a:start\nlocation l m rule $role=Master 100: #uname eq n1 rule 50: #uname eq n2\n',
  'primitive s ocf:pacemaker:Stateful\nms m s meta target-role=Master\nprimitive a Dummy\norder o 0: m a\nproperty no_quorum_policy=stop\n',
];

/** A text after all runs that change it. */
function modernised(text: string): string {
  let after = text;
  for (let i = 0; i < 3; i++) {
    const { service, uri } = serviceWith('crm', after);
    const edits = service.conversions(uri, { start: 0, end: 0 }, 'en')[0]?.edits ?? [];
    if (edits.length === 0) return after;
    after = applyEdits(after, edits);
  }
  return after;
}

suite('rewriting for Pacemaker 2.1', () => {
  test('crmsh takes the result wherever it took the original', function () {
    if (!hasCrmsh()) this.skip(); // needs crmsh
    const files = existsSync(corpus) ? readdirSync(corpus).filter((name) => name.endsWith('.crm')) : [];
    if (files.length === 0) console.log('    ../shared/corpus is not here: own texts only');
    const texts = [...own, ...files.map((name) => readFileSync(join(corpus, name), 'utf8'))];
    const before = askCrmsh(texts);
    const changed = texts.map(modernised);
    assert.ok(
      changed.some((text, i) => text !== texts[i]),
      'nothing was rewritten',
    );
    for (const [i, { ok, schema, errors }] of askCrmsh(changed).entries()) {
      if (!before[i]?.ok) continue;
      assert.ok(ok, `${errors.join('\n')}\n${changed[i]}`);
      if (before[i].schema) assert.ok(schema, `the schema refuses:\n${changed[i]}`);
    }
  }).timeout(300_000);
});
