import { defineRule } from '../../../core/lint/rule';
import { containersOf, declarationOf } from '../effective/configuration';
import type { CrmModel } from '../model';
import { isCloneStatement, isTrue, typeOf, writtenIn } from './shared-clones';
import { configurationOf } from './shared-drbd';

export const liveMigration = defineRule<CrmModel>()({
  id: 'crm/live-migration',
  severity: 'warning',
  since: '0.1.0',
  kinds: ['primitive'],
  docs: {
    en: 'A live migration takes as long as the memory is large. Without timeouts of its own for migrate_to and migrate_from the short default ends it, and the machine is stopped and started instead. And a member of a group that has to follow others is never migrated: they would have to be on both nodes.',
    ja: 'ライブマイグレーションにはメモリ量に応じた時間がかかる。migrate_to と migrate_from のタイムアウトを設定しないと、短い既定値で打ち切られ、停止と起動になる。また、先行するメンバーに続くグループのメンバーは、それらが両ノードに必要となるためマイグレーションされない。',
  },
  messages: {
    timeouts: {
      en: 'Live migration needs op {missing} with timeouts: the default is short for it.',
      ja: 'ライブマイグレーションには op {missing} のタイムアウトが必要である（既定値では短い）。',
    },
    group: {
      en: '“{name}” follows “{before}” in its group, so it is never migrated live.',
      ja: '「{name}」はグループ内で「{before}」に続くため、ライブマイグレーションされない。',
    },
  },
  examples: {
    bad: [
      'primitive vm VirtualDomain params config=/etc/libvirt/qemu/vm.xml meta allow-migrate=true\n',
      'primitive d Dummy\nprimitive vm VirtualDomain params config=/x.xml op migrate_to timeout=300s interval=0 op migrate_from timeout=300s interval=0 meta allow-migrate=true\ngroup g d vm\n',
    ],
    good: [
      'primitive vm VirtualDomain params config=/x.xml op migrate_to timeout=300s interval=0 op migrate_from timeout=300s interval=0 meta allow-migrate=true\n',
      'primitive vm VirtualDomain params config=/etc/libvirt/qemu/vm.xml\n',
    ],
  },
  source:
    'https://clusterlabs.org/projects/pacemaker/doc/2.1/Pacemaker_Explained/html/advanced-options.html, migrating resources',
  check(unit, context) {
    const { statement } = unit.model;
    const name = statement?.name;
    if (!name || !isTrue(writtenIn(statement, 'meta', 'allow-migrate'))) return;
    const allow = statement.sets
      .flatMap(({ attributes }) => attributes)
      .find((attribute) => attribute.name === 'allow-migrate');
    const at = allow?.nameSpan ?? name.span;
    const written = new Set(
      statement.operations
        .filter(({ attributes }) => attributes.some((one) => one.name === 'timeout'))
        .map((one) => one.name?.value),
    );
    const missing = ['migrate_to', 'migrate_from'].filter((action) => !written.has(action));
    if (
      typeOf(statement) === 'VirtualDomain' &&
      missing.length > 0 &&
      !statement.template &&
      !context.has('crm.op_defaults', 'timeout')
    )
      context.report('timeouts', at, { args: { missing: missing.join(', ') } });
    const configuration = configurationOf(unit, context);
    const group = containersOf(configuration, name.text).find((outer) => outer.statement.kind === 'group');
    const before =
      group?.statement.members[(group.statement.members.findIndex((member) => member.name === name.text) || 0) - 1];
    const earlier = before && declarationOf(configuration, before.name);
    if (before && earlier && !isCloneStatement(earlier.statement))
      context.report('group', at, { args: { name: name.text, before: before.name } });
  },
});
