import { defineRule } from '../../../core/lint/rule';
import { lowerStatement } from '../cib/lower/lower';
import { newestSchema, schemaTraits } from '../cib/schema';
import { shownObjects } from '../cib/show/objects';
import { onOneLine, print } from '../cib/show/print';
import { element } from '../cib/xml';
import { syntaxMessages } from '../messages';
import type { CrmModel } from '../model';
import { parseCrm } from '../parser/parse';
import { isTemplated } from '../parser/references';

export const unprintable = defineRule<CrmModel>()({
  id: 'crm/unprintable',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: '“configure load” prints each object and reads it again. It prints some words without their quotes, and does not escape a backslash at the end of a value: a quote in a name, or such a backslash, then leaves an open quote, crm breaks off with a ValueError, and nothing is loaded. Choose a text without it.',
    ja: '「configure load」は各オブジェクトを一度表示形式に直して読み直す。その際、一部の単語は引用符なしで出力され、値の末尾のバックスラッシュもエスケープされない。そのため名前の中の引用符や末尾のバックスラッシュがあると引用符が閉じず、crm は ValueError で中断し、何も読み込まれない。別の文字列にすること。',
  },
  messages: {
    quote: {
      en: 'crm prints this statement back and cannot read that again, because of the quotes or the backslash here: it breaks off.',
      ja: 'crm はこの文を表示形式に直して読み直すが、ここの引用符またはバックスラッシュのために読めず、中断する。',
    },
  },
  examples: {
    bad: [
      "primitive p ocf:heartbeat:Dummy params 'state=C:\\'",
      'order o inf: "a\'b" c',
      'location l p rule x eq "it\'s"',
    ],
    good: [
      'primitive p ocf:heartbeat:Dummy params state="it\'s"',
      "primitive p ocf:heartbeat:Dummy params 'state=a\\b'",
    ],
  },
  source: 'crmsh 4.4.1, crmsh/cibconfig.py, cli_use_validate',
  check({ text, model: { statement, parsed, facts } }, context) {
    const word = parsed.words.find(({ value }) => /["'\\]/.test(value));
    const refused = parsed.problems.some(({ code }) => syntaxMessages[code]?.severity === 'error');
    if (!statement || !word || refused || isTemplated(text)) return;
    // Sets of properties and defaults are not printed then.
    if (/^(?:property|.*_defaults)$/.test(statement.kind)) return;
    const lowered = lowerStatement(statement, { schema: schemaTraits(newestSchema), facts });
    const how = { exact: false, saysId: () => false, nodeNames: [] };
    for (const object of lowered ? shownObjects(element('configuration', {}, [lowered])) : []) {
      const printed = print(object, how);
      if (!printed || !parseCrm(onOneLine(printed), '').problems.some(({ code }) => deadly.has(code))) continue;
      context.report('quote', word);
      return;
    }
  },
});

/** What crmsh breaks off at, rather than refusing it. */
const deadly = new Set(['unclosed-quote', 'bad-rule-value', 'control-character', 'bad-attribute-name']);
