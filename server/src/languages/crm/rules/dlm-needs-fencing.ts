import { defineRule } from '../../../core/lint/rule';
import type { CrmModel } from '../model';
import { attributesOf } from '../model';
import { isTrue, propertyOf, typeOf } from './shared-clones';

export const dlmNeedsFencing = defineRule<CrmModel>()({
  id: 'crm/dlm-needs-fencing',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['primitive'],
  docs: {
    en: 'The lock manager (DLM) stops all locking when a node is lost, until that node is fenced. Without fencing everything that uses it (GFS2, OCFS2, cluster LVM) hangs for good; and its agent does not start where stonith-enabled is false.',
    ja: 'ロックマネージャー（DLM）は、ノードを失うとフェンシングが済むまで全てのロックを止める。フェンシングがなければ、利用するもの（GFS2、OCFS2、クラスタ LVM）は停止したままになる。また stonith-enabled が false だとエージェント自体が起動しない。',
  },
  messages: {
    off: {
      en: 'DLM needs fencing, but stonith-enabled is false.',
      ja: 'DLM にはフェンシングが必要だが、stonith-enabled が false である。',
    },
    allowed: {
      en: 'allow_stonith_disabled lets DLM start without fencing: it then hangs when a node is lost.',
      ja: 'allow_stonith_disabled によりフェンシングなしで DLM が起動するが、ノードを失うと停止したままになる。',
    },
  },
  examples: {
    bad: [
      'primitive dlm ocf:pacemaker:controld\nproperty stonith-enabled=false\n',
      'primitive dlm ocf:pacemaker:controld params allow_stonith_disabled=true\n',
    ],
    good: [
      'primitive dlm ocf:pacemaker:controld\nproperty stonith-enabled=true\n',
      'primitive dlm ocf:pacemaker:controld\n',
    ],
  },
  source: 'pacemaker 2.1.5, ocf:pacemaker:controld, controld_start',
  check({ model: { statement } }, context) {
    if (!statement?.agent || !/^(?:controld|lvmlockd)$/.test(typeOf(statement))) return;
    const allowed = attributesOf(statement, 'params').find(({ name }) => name === 'allow_stonith_disabled');
    const enabled = propertyOf(context, 'stonith-enabled', 'fencing-enabled');
    if (allowed && isTrue(allowed.value)) context.report('allowed', allowed.nameSpan);
    else if (enabled !== undefined && /^["']?(?:false|no|off|n|0)["']?$/i.test(enabled))
      context.report('off', statement.agent);
  },
});
