import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import { isTemplated } from '../parser/references';

export const locationPattern = defineRule<CrmModel>()({
  id: 'crm/location-pattern',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'Between slashes a location takes a regular expression for the names of resources. This one cannot be read as such, so the location applies to nothing. Close the brackets, and write a backslash in front of a sign that stands for itself.',
    ja: '/ で囲んだ部分は、リソース名に対する正規表現である。これは正規表現として読めないため、どのリソースにも適用されない。括弧を閉じ、記号そのものを表すときはバックスラッシュを付けること。',
  },
  messages: {
    pattern: {
      en: '“{pattern}” is no regular expression.',
      ja: '「{pattern}」は正規表現として読めない。',
    },
  },
  examples: {
    bad: ['location l /web(/ 100: n1\n', 'location l /*web/ 100: n1\n'],
    good: ['location l /web.*/ 100: n1\n', 'location l /^(web|db)[0-9]+$/ 100: n1\n'],
  },
  source: 'crmsh 4.4.1, crmsh/cibconfig.py, CibLocation.check_sanity',
  kinds: ['location'],
  check({ text, model: { statement, parsed } }, context) {
    const pattern = statement?.pattern;
    if (pattern === undefined || isTemplated(text) || isExpression(pattern)) return;
    const word = parsed.words.find(({ value }) => value === `/${pattern}/`);
    if (word) context.report('pattern', word, { args: { pattern } });
  },
});

/** Only plain mistakes: what this dialect does not know besides may be fine in POSIX's. */
function isExpression(pattern: string): boolean {
  if (/\(\?|\[[:.=]/.test(pattern)) return true;
  try {
    new RegExp(pattern);
    return true;
  } catch {
    return false;
  }
}
