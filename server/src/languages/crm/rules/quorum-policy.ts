import { compareVersions } from '../../../base/versions';
import { defineRule } from '../../../core/lint/rule';
import { attributesOf, type CrmModel } from '../model';

export const quorumPolicy = defineRule<CrmModel>()({
  id: 'crm/quorum-policy',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['property'],
  docs: {
    en: 'With `ignore` every part of a split cluster goes on as if it were the whole. It was needed for two nodes before corosync 2; since then `two_node: 1` in corosync.conf (or a qdevice) does that with fencing in charge, and the default `stop` stays. `suicide` is called `fence` since Pacemaker 2.1.9.',
    ja: '`ignore` では、分断された各部分がそれぞれ全体であるかのように動き続ける。corosync 2 より前の 2 ノード構成では必要だったが、現在は corosync.conf の `two_node: 1`（または qdevice）を使い、既定の `stop` のままでよい。`suicide` は Pacemaker 2.1.9 で `fence` に改名された。',
  },
  messages: {
    ignore: {
      en: 'A part of a split cluster goes on without quorum: use two_node or a qdevice in corosync, and leave stop.',
      ja: '分断時にクォーラムなしで動き続ける。corosync の two_node または qdevice を使い、stop のままとすること。',
    },
    suicide: {
      en: 'suicide is called fence since Pacemaker 2.1.9.',
      ja: 'suicide は Pacemaker 2.1.9 で fence に改名された。',
    },
  },
  examples: {
    bad: ['property no-quorum-policy=ignore\n', 'property no-quorum-policy=suicide\n'],
    good: ['property no-quorum-policy=stop\n', 'property no-quorum-policy=freeze\n'],
  },
  source: 'https://clusterlabs.org/projects/pacemaker/doc/2.1/Pacemaker_Explained/html/options.html; votequorum(5)',
  check({ model: { statement } }, context) {
    if (!statement) return;
    const target = context.settings.target['pacemaker'];
    for (const { name, value = '', valueSpan } of attributesOf(statement, 'property')) {
      if (name !== 'no-quorum-policy' || !valueSpan) continue;
      if (/^["']?ignore["']?$/i.test(value) && !(target !== undefined && compareVersions(target, '1.1.8') < 0))
        // With fencing on, the half that loses is switched off.
        context.report('ignore', valueSpan, context.has('crm.fencing', 'device') ? { severity: 'information' } : {});
      if (/^["']?suicide["']?$/i.test(value) && !(target !== undefined && compareVersions(target, '2.1.9') < 0))
        context.report('suicide', valueSpan, {
          severity: 'hint',
          tags: ['deprecated'],
          fixes: () =>
            target === undefined
              ? []
              : [
                  {
                    title: { en: 'Write fence', ja: 'fence と書く' },
                    safe: false,
                    edits: [{ span: valueSpan, newText: 'fence' }],
                  },
                ],
        });
    }
  },
});
