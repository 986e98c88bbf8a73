import { defineRule } from '../../../core/lint/rule';
import { attributesOf, type CrmModel } from '../model';
import { isWholeCluster } from '../whole';
import { isFalse } from './shared-clones';

export const migrationThreshold = defineRule<CrmModel>()({
  id: 'crm/migration-threshold',
  severity: 'hint',
  since: '0.1.0',
  kinds: ['rsc_defaults', 'property'],
  docs: {
    en: 'Without migration-threshold a resource that fails is restarted on its node without limit. With it failures add up for good, until somebody cleans up, unless failure-timeout lets them expire. And where a failed start is not fatal, nothing but migration-threshold ever moves the resource.',
    ja: 'migration-threshold がないと、故障したリソースは同じノードで際限なく再起動される。設定すると故障回数は蓄積され、failure-timeout で期限を設けない限り cleanup まで消えない。また起動失敗を致命的としない場合、migration-threshold がなければリソースが移動することはない。',
  },
  messages: {
    expiry: {
      en: 'Failures never expire: add failure-timeout, or plan for crm resource cleanup.',
      ja: '故障回数に期限がない。failure-timeout を設定するか、crm resource cleanup の運用を決めること。',
    },
    fatal: {
      en: 'A failed start is not fatal: without migration-threshold the resource is never moved.',
      ja: '起動失敗が致命的とされないため、migration-threshold がないとリソースが移動しない。',
    },
    unset: {
      en: 'No migration-threshold: a resource that fails is restarted on its node without limit.',
      ja: 'migration-threshold がなく、故障したリソースは同じノードで際限なく再起動される。',
    },
  },
  examples: {
    bad: [
      'node a\nnode b\nprimitive p Dummy\nrsc_defaults migration-threshold=3\n',
      'property start-failure-is-fatal=false\n',
      'node a\nnode b\nprimitive p Dummy\nrsc_defaults resource-stickiness=100\n',
    ],
    good: [
      'node a\nnode b\nprimitive p Dummy\nrsc_defaults migration-threshold=3 failure-timeout=600\n',
      'property start-failure-is-fatal=false\nrsc_defaults migration-threshold=3 failure-timeout=60\n',
    ],
  },
  source:
    'https://clusterlabs.org/projects/pacemaker/doc/2.1/Pacemaker_Explained/html/resources.html, migration-threshold',
  check({ model: { statement } }, context) {
    if (!statement) return;
    if (statement.kind === 'property') {
      for (const { name, value, valueSpan } of attributesOf(statement, 'property'))
        if (
          name === 'start-failure-is-fatal' &&
          isFalse(value) &&
          valueSpan &&
          !context.has('crm.migration-threshold', '*')
        )
          context.report('fatal', valueSpan, { severity: 'warning' });
      return;
    }
    if (!isWholeCluster(context)) return;
    const given = attributesOf(statement, 'rsc_defaults');
    const threshold = given.find(({ name }) => name === 'migration-threshold');
    if (threshold && !context.has('crm.rsc_defaults', 'failure-timeout')) context.report('expiry', threshold.nameSpan);
    else if (
      !threshold &&
      given.length > 0 &&
      !context.has('crm.migration-threshold', '*') &&
      context.lookup('crm.kind', 'rsc_defaults')[0]?.entry.span.start === statement.keyword.start
    )
      context.report('unset', statement.keyword);
  },
});
