import type { ActionPlace, LanguageAction, Surroundings } from '../../../core/language';
import type { CrmModel } from '../model';
import { eolIn, wholeOnes } from './rewriting';

/** Makes a group of the primitives that are selected and in no container yet, in their order. */
export function groupSelected(
  { selected, units }: ActionPlace<CrmModel>,
  around: Surroundings,
): LanguageAction | undefined {
  const primitives = wholeOnes(selected).filter(({ statement }) => statement.kind === 'primitive' && statement.name);
  const names = primitives.map(({ statement }) => statement.name?.text ?? '');
  const last = primitives.at(-1)?.unit;
  if (names.length < 2 || !last) return undefined;
  if (names.some((name) => around.lookup('crm.member', name).length > 0)) return undefined;
  const id = freeName(around, `g_${(names[0] ?? '').replace(/^p_/, '')}`);
  const at = last.text.trimEnd().length;
  return {
    title: {
      en: `Group ${names.length} primitives as ${id}`,
      ja: `${names.length} 個の primitive をグループ ${id} にまとめる`,
    },
    kind: 'refactor.extract',
    edits: [
      { unit: last, span: { start: at, end: at }, newText: `${eolIn(last, units)}group ${id} ${names.join(' ')}` },
    ],
  };
}

/** A name that nothing has yet: this one, or with a number behind it. */
export function freeName(around: Surroundings, wanted: string): string {
  let name = wanted;
  for (let i = 2; around.lookup('crm.id', name).length > 0; i++) name = `${wanted}${i}`;
  return name;
}
