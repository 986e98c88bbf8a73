import { defineRule } from '../../../core/lint/rule';
import { attributesOf, type CrmModel } from '../model';

export const exportfsFsid = defineRule<CrmModel>()({
  id: 'crm/exportfs-fsid',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['primitive'],
  docs: {
    en: 'NFS clients know an export by its fsid. After a failover it has to be the same on the other node, so it is written down; and each export needs one of its own, or clients of one get the files of the other.',
    ja: 'NFS クライアントは fsid でエクスポートを識別する。フェイルオーバ後も同じ値である必要があるため明示し、エクスポートごとに異なる値とすること。同じ値だと、別のエクスポートのファイルが見えることがある。',
  },
  messages: {
    missing: { en: 'Give the export an fsid of its own.', ja: 'このエクスポートに固有の fsid を指定すること。' },
    twice: { en: 'The fsid {value} is also that of “{other}”.', ja: 'fsid {value} は「{other}」と重複している。' },
    other: { en: 'It is used here too.', ja: 'ここでも使われている。' },
  },
  examples: {
    bad: [
      'primitive a exportfs params directory=/a clientspec=* options=rw\n',
      'primitive a exportfs params directory=/a clientspec=* options=rw fsid=1\nprimitive b exportfs params directory=/b clientspec=* options=rw fsid=1\n',
    ],
    good: [
      'primitive a exportfs params directory=/a clientspec=* options=rw fsid=1\nprimitive b exportfs params directory=/b clientspec=* options=rw fsid=2\n',
      'primitive a exportfs params directory=/a clientspec=10.0.0.1 options=rw fsid=1\nprimitive b exportfs params directory=/a clientspec=10.0.0.2 options=rw fsid=1\n',
      'primitive a exportfs params directory=/a clientspec=* options="rw,fsid=7"\n',
    ],
  },
  source: 'resource-agents 4.12, ocf:heartbeat:exportfs; exports(5)',
  check(unit, context) {
    const { statement, agent } = unit.model;
    if (!statement?.name || agent?.row.id !== 'ocf:heartbeat:exportfs' || statement.template) return;
    const params = attributesOf(statement, 'params');
    const fsid = params.find(({ name }) => name === 'fsid');
    const directory = params.find(({ name }) => name === 'directory')?.value;
    if (!fsid) {
      if (!/\bfsid=/.test(params.find(({ name }) => name === 'options')?.value ?? '') && directory !== undefined)
        context.report('missing', statement.agent ?? statement.name.span);
      return;
    }
    const other = context
      .lookup('crm.fsid', fsid.value ?? '')
      .find(({ unit: home, entry }) => home !== unit && entry.value !== undefined && entry.value !== directory);
    if (!other || !fsid.valueSpan || (other.uri === undefined && other.unit.index > unit.index)) return;
    const name = (other.unit.model as CrmModel).statement?.name?.text ?? '';
    context.report('twice', fsid.valueSpan, {
      args: { value: fsid.value ?? '', other: name },
      related: [{ found: other, message: 'other' }],
    });
  },
});
