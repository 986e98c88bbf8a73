import type { Span } from '../../../base/span';
import { defineRule } from '../../../core/lint/rule';
import type { Found, Unit } from '../../../core/workspace/unit';
import { isAt } from '../findings';
import type { DrbdModel } from '../model';

/** How many other places a finding tells of. */
const shown = 3;

/** The first places but this one; a name can have thousands. */
function firstOthers(all: readonly Found[], unit: Unit, span: Span): Found[] {
  const others: Found[] = [];
  for (const found of all) {
    if (!isAt(found, unit, span)) others.push(found);
    if (others.length === shown) break;
  }
  return others;
}

export const duplicateResource = defineRule<DrbdModel>()({
  id: 'drbd/duplicate-resource',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'A resource name may be used once in all files that belong together; `common` and `global` may stand once too, and a resource cannot have one of these names beside them. drbdadm refuses the whole configuration.',
    ja: 'リソース名は、include で読み込まれるファイルを含む設定全体で一意でなければなりません。`common` と `global` も 1 つずつだけで、それらがあるときは同じ名前のリソースを作れません。重複すると drbdadm は設定全体を拒否します。',
  },
  messages: {
    resource: {
      en: 'The resource "{name}" is defined more than once.',
      ja: 'リソース「{name}」が重複して定義されています。',
    },
    section: { en: 'The section "{name}" may stand only once.', ja: '「{name}」セクションは 1 つしか書けません。' },
    clash: {
      en: 'A resource cannot be called "{name}" beside a section of that name.',
      ja: '「{name}」セクションがあるため、リソース名に「{name}」は使えません。',
    },
    other: { en: 'It is also here.', ja: 'もう 1 つの定義。' },
  },
  examples: {
    bad: ['resource r0 { }\nresource r0 { }\n', 'common { }\ncommon { }\n'],
    good: ['resource r0 { }\nresource r1 { }\n'],
  },
  source: 'drbd-utils 9.22, drbdadm_parser.c',
  check(unit, context) {
    for (const entry of unit.model.entries) {
      if (entry.role !== 'declaration' || !/^drbd\.(resource|common|global)$/.test(entry.namespace)) continue;
      const { namespace, name, span } = entry;
      const others = firstOthers(context.declarations(namespace, name), unit, span);
      const isResource = namespace === 'drbd.resource';
      const clash = isResource && (name === 'common' || name === 'global') ? context.lookup(`drbd.${name}`, name) : [];
      const message =
        others.length > 0 ? (isResource ? 'resource' : 'section') : clash.length > 0 ? 'clash' : undefined;
      if (!message) continue;
      const related = [...others, ...clash].slice(0, shown).map((found) => ({ found, message: 'other' }));
      context.report(message, span, { args: { name }, related });
    }
  },
});
