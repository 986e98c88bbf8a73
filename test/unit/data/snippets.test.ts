import assert from 'node:assert/strict';
import { expand, snippetsOf } from '../../grammar/snippet';
import { serviceWith } from '../../support/service';
import { inItsPlace } from '../../support/snippet-places';

/** Old on purpose, and says so: the rules propose what is newer. */
const old = new Set(['drbd-ms', 'res-stacked']);

suite('Snippets as they are inserted', () => {
  for (const language of ['crm', 'drbd'] as const)
    for (const [name, one] of Object.entries(snippetsOf(language)))
      test(`${language}: ${name}: nothing is found in it, and it is laid out`, () => {
        const text = expand(one);
        const { service, uri } = serviceWith(language, inItsPlace(language, one.prefix, text));
        service.lint(uri);
        const start = inItsPlace(language, one.prefix, text).indexOf(text);
        const found = service
          .diagnostics(uri, 'en')
          .filter(({ span, severity }) => span.end > start && span.start < start + text.length && severity !== 'hint')
          .map(({ code, message }) => `${code}: ${message}`);
        if (!old.has(one.prefix)) assert.deepEqual(found, []);
        const alone = serviceWith(language, `${text}\n`);
        if (one.prefix !== 'on' && one.prefix !== 'volume')
          assert.deepEqual(alone.service.format(alone.uri, { indent: '\t' }), []);
      });
});
