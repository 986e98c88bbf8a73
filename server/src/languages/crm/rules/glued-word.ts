import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';

export const gluedWord = defineRule<CrmModel>()({
  id: 'crm/glued-word',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: 'crm joins continued lines without a blank, after taking off the next line’s indentation. Without a blank before the backslash the last word of the line and the first of the next grow together. Put a blank before the backslash.',
    ja: 'crm は継続行を、次の行の字下げを取り除いたうえで空白なしにつなげる。バックスラッシュの前に空白がないと、行末の単語と次の行の先頭の単語が一つになる。バックスラッシュの前に空白を入れること。',
  },
  messages: {
    glued: {
      en: 'crm joins these lines without a blank: this becomes “{word}”. Put a blank before the backslash.',
      ja: 'crm は行を空白なしでつなぐため、ここは「{word}」という一語になる。バックスラッシュの前に空白を入れること。',
    },
  },
  examples: {
    bad: ['primitive p ocf:heartbeat:Dummy\\\n  params state=/run/x\n'],
    good: [
      'primitive p ocf:heartbeat:Dummy \\\n  params state=/run/x\n',
      'primitive p ocf:heartbeat:Dummy \\\nparams state=/run/x\n',
    ],
  },
  source: 'crmsh 4.4.1, crmsh/utils.py, lines2cli',
  check({ model }, context) {
    for (const { gluedAt, value } of model.parsed.words) {
      if (gluedAt === undefined) continue;
      context.report(
        'glued',
        { start: gluedAt, end: gluedAt + 1 },
        {
          args: { word: value },
          fixes: () => [
            {
              title: { en: 'Put a blank before the backslash', ja: 'バックスラッシュの前に空白を入れる' },
              safe: true,
              edits: [{ span: { start: gluedAt, end: gluedAt }, newText: ' ' }],
            },
          ],
        },
      );
    }
  },
});
