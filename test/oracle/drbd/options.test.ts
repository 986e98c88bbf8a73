import assert from 'node:assert/strict';
import { drbdData } from '../../../server/src/languages/drbd/data';
import { askAll, type Parser } from './ask';
import { needsParser } from './needs-parser';
import { optionCases } from './option-cases';
import { ourErrors, shown } from './ours';

suite('the table of options and drbdadm', () => {
  for (const parser of ['9', '8.4', '8.3'] satisfies Parser[]) {
    test(`all ${drbdData.options.length} options, in every place, with every kind of value, for DRBD ${parser}`, function () {
      this.timeout(300_000);
      needsParser(parser, this);
      const cases = optionCases(parser);
      const verdicts = askAll(cases, parser);
      const wrong = cases.flatMap((question, i) => {
        const errors = ourErrors(question, parser);
        const verdict = verdicts[i];
        if (verdict?.crashed || verdict?.accepted === (errors.length === 0)) return [];
        return [`${question.id}\n  drbdadm: ${verdict?.said || 'accepted'}\n  we: ${shown(errors)}`];
      });
      assert.equal(wrong.length, 0, `${wrong.length} of ${cases.length} differ:\n${wrong.join('\n')}`);
    });
  }
});
