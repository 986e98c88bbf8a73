import { defineRule } from '../../../core/lint/rule';
import type { Fix, Found, Unit } from '../../../core/workspace/unit';
import { endOfWordBefore, insert } from '../edits';
import type { CrmModel } from '../model';
import { isTyped } from '../reader';

export const duplicateDefaults = defineRule<CrmModel>()({
  id: 'crm/duplicate-defaults',
  severity: 'error',
  since: '0.1.0',
  docs: {
    en: 'A file for “configure load” may hold one statement for each set of properties or defaults; crm refuses a second one of the same id. Merge them. Typed at the prompt, or fed to the interpreter, they are merged, so nothing is said in such files.',
    ja: '「configure load」で読むファイルでは、プロパティや既定値の集合ごとに文は一つだけで、同じ id の二つ目は拒否される。一つにまとめること。プロンプトや対話形式の入力では統合されるため、そのようなファイルでは指摘しない。',
  },
  messages: {
    twice: {
      en: 'The set {id} stands in the file already: crm refuses to load it twice. Merge the two statements.',
      ja: '集合 {id} は既にファイル内にあり、crm は二重の読み込みを拒否する。一つの文にまとめること。',
    },
    first: { en: 'first here', ja: '最初の記述' },
  },
  examples: {
    bad: [
      'property stonith-enabled=false\nproperty no-quorum-policy=ignore\n',
      'rsc_defaults resource-stickiness=1\nrsc_defaults rsc-options: migration-threshold=3\n',
    ],
    good: [
      'property stonith-enabled=false\nrsc_defaults resource-stickiness=1\n',
      'configure\nproperty stonith-enabled=false\nproperty no-quorum-policy=ignore\ncommit\n',
      'property stonith-enabled=false\nproperty SAPHanaSR: x=y\n',
    ],
  },
  source: 'crmsh 4.4.1, crmsh/cibconfig.py: Duplicate resource',
  check(unit, context) {
    const own = unit.model.entries.find(({ namespace }) => namespace === 'crm.defaults-set');
    if (!own || unit.model.statement?.shell || unit.before !== '' || isTyped(context)) return;
    const first = context.lookup('crm.defaults-set', own.name).find((found) => found.unit.before === '');
    if (!first || first.unit === unit) return;
    context.report('twice', own.span, {
      args: { id: own.name },
      related: [{ found: first, message: 'first' }],
      fixes: () => merged(unit, first),
    });
  },
});

/** Moves the attributes to the first statement, where both have plain ones of different names. */
function merged(unit: Unit<CrmModel>, first: Found): Fix[] {
  const [from, into] = [unit, first.unit as Unit<CrmModel>].map(({ model }) => model.statement?.sets[0]);
  if (!from || !into || first.uri !== undefined || from.rules.length + into.rules.length > 0) return [];
  const own = from.attributes.filter(({ name }) => !name.startsWith('$'));
  if (own.length === 0 || own.some(({ name }) => into.attributes.some((other) => other.name === name))) return [];
  const end = endOfWordBefore(first.unit.text, first.unit.text.length);
  const words = own.map(({ word }) => ` \\\n  ${unit.text.slice(word.start, word.end)}`);
  return [
    {
      title: { en: 'Move these to the first statement', ja: '最初の文に移す' },
      safe: true,
      edits: [
        { ...insert(end, words.join('')), unit: first.unit },
        { span: { start: 0, end: unit.text.length }, newText: '' },
      ],
    },
  ];
}
