import { defineRule } from '../../../core/lint/rule';
import { members } from '../ast';
import type { DrbdModel } from '../model';
import { managedResources } from './shared-cluster';

export const primaryByPacemaker = defineRule<DrbdModel>()({
  id: 'drbd/primary-by-pacemaker',
  severity: 'warning',
  since: '0.1.0',
  docs: {
    en: '`become-primary-on` has the init script promote the resource at boot, behind Pacemaker’s back, which promotes it too and takes a Primary that it did not make for a failure. Leave promotion to Pacemaker: delete the statement.',
    ja: '`become-primary-on` は起動時に init スクリプトがリソースを昇格させる指定である。Pacemaker も昇格を行い、自分が昇格させていない Primary を異常とみなす。昇格は Pacemaker に任せ、この文を削除すること。',
  },
  messages: {
    delete: {
      en: 'Pacemaker promotes {name}: become-primary-on gets in its way.',
      ja: '{name} は Pacemaker が昇格させるため、become-primary-on は妨げになる。',
    },
  },
  examples: {
    bad: [
      '== a.crm ==\nprimitive p ocf:linbit:drbd params drbd_resource=r0\n== drbd.d/r.res ==\nresource r0 {\n  startup {\n    become-primary-on both;\n  }\n}\n',
    ],
    good: ['resource r0 {\n  startup {\n    become-primary-on both;\n  }\n}\n'],
  },
  source: 'https://linbit.com/drbd-user-guide/users-guide-drbd-8-4/#s-pacemaker-crm-drbd-backed-service',
  check(unit, context) {
    for (const { item, name } of managedResources(unit, context))
      for (const option of members(item, 'startup').flatMap((section) => members(section, 'option'))) {
        if (option.keyword.text !== 'become-primary-on') continue;
        context.report('delete', option.keyword.span, {
          args: { name: name?.text ?? '' },
          tags: ['unnecessary'],
          fixes: () => [
            {
              title: { en: 'Delete become-primary-on', ja: 'become-primary-on を削除' },
              safe: false,
              edits: [{ span: lineOf(unit.text, option.span), newText: '' }],
            },
          ],
        });
      }
  },
});

/** A statement, with its line where it stands alone there. */
function lineOf(text: string, { start, end }: { start: number; end: number }): { start: number; end: number } {
  const from = start - (/[ \t]*$/.exec(text.slice(0, start))?.[0].length ?? 0);
  const to = end + (/^[ \t]*(?:\r\n|\n)?/.exec(text.slice(end))?.[0].length ?? 0);
  return text[to - 1] === '\n' && (from === 0 || text[from - 1] === '\n') ? { start: from, end: to } : { start, end };
}
