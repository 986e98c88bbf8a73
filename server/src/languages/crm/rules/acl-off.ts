import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import { isWholeCluster } from '../whole';
import { isTrue, propertyOf } from './shared-clones';

export const aclOff = defineRule<CrmModel>()({
  id: 'crm/acl-off',
  severity: 'information',
  since: '0.1.0',
  kinds: ['acl_target', 'acl_group', 'user'],
  docs: {
    en: 'Rights have no effect until the property enable-acl is true: until then everybody of the group haclient may do everything.',
    ja: 'プロパティ enable-acl が true でない限り、権限の設定は効かない。haclient グループの全員が何でもできる状態である。',
  },
  messages: {
    off: {
      en: 'Rights have no effect until property enable-acl=true.',
      ja: 'property enable-acl=true でない限り、この権限は効かない。',
    },
  },
  examples: {
    bad: ['node a\nprimitive p Dummy\nrole r read xpath:/cib\nacl_target u r\nproperty stonith-enabled=true\n'],
    good: [
      'node a\nprimitive p Dummy\nrole r read xpath:/cib\nacl_target u r\nproperty enable-acl=true\n',
      'role r read xpath:/cib\nacl_target u r\n',
    ],
  },
  source: 'https://clusterlabs.org/projects/pacemaker/doc/2.1/Pacemaker_Explained/html/acls.html',
  check({ model: { statement } }, context) {
    if (statement && isWholeCluster(context) && !isTrue(propertyOf(context, 'enable-acl')))
      context.report('off', statement.keyword);
  },
});
