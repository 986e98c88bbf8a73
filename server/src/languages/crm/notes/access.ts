import { own } from '../../../base/maps';
import { code } from '../../../base/markdown';
import type { Permission } from '../statement';
import type { NoteContext } from './context';

const rights: Readonly<Record<string, readonly [en: string, ja: string]>> = {
  read: ['may read', '読み取り可'],
  write: ['may read and change', '読み取りと変更が可'],
  deny: ['may not see', '閲覧不可'],
};

/** What a right allows, and of what. */
export function permissionWords({ t }: Pick<NoteContext, 't'>, { right, specs }: Permission): string {
  const [en, ja] = own(rights, right.toLowerCase()) ?? [right, right];
  const what = specs.map((spec) => specWords(spec, t)).join(t(', ', '、'));
  return t(`${en} ${what || 'nothing'}`, `${what || '対象なし'}: ${ja}`);
}

/** The permission that a word stands in: the last one whose right stands in front of it. */
export function permissionAt({ unit, span }: NoteContext): Permission | undefined {
  const heads = unit.model.parsed.words.filter(({ value }) => /^(?:read|write|deny)$/i.test(value));
  const index = heads.findLastIndex(({ start }) => start <= span.start);
  return unit.model.statement?.permissions[index];
}

type Words = readonly [en: string, ja: string];

/** What a short form stands for; `%` is its first argument, if it has one. */
const shortcuts: Readonly<Record<string, { readonly all: Words; readonly one?: Words }>> = {
  cib: { all: ['the whole configuration and status', '設定と状態のすべて'] },
  status: { all: ["the cluster's status", 'クラスタの状態'] },
  node: { all: ['all nodes', 'すべてのノード'], one: ['the node %', 'ノード %'] },
  nodeattr: { all: ['attributes of all nodes', '全ノードの属性'], one: ['the node attribute %', 'ノード属性 %'] },
  nodeutil: {
    all: ['capacities of all nodes', '全ノードの使用属性'],
    one: ['capacities of the node %', 'ノード % の使用属性'],
  },
  property: {
    all: ['all cluster properties', 'すべてのクラスタプロパティ'],
    one: ['the cluster property %', 'クラスタプロパティ %'],
  },
  meta: { all: ['meta attributes', 'メタ属性'], one: ['meta attributes of %', '% のメタ属性'] },
  params: { all: ['parameters', 'パラメータ'], one: ['parameters of %', '% のパラメータ'] },
  utilization: { all: ['capacities', '使用属性'], one: ['what % needs', '% の使用属性'] },
  location: { all: ['location constraints', '配置制約'], one: ['location constraints %', '配置制約 %'] },
  xpath: { all: ['XPath', 'XPath'], one: ['all that % finds', '% に一致する部分'] },
  ref: { all: ['an id', 'ID'], one: ['the element with the id %', 'ID % の要素'] },
  reference: { all: ['an id', 'ID'], one: ['the element with the id %', 'ID % の要素'] },
  tag: { all: ['elements', '要素'], one: ['elements %', '要素 %'] },
  type: { all: ['elements', '要素'], one: ['elements %', '要素 %'] },
  attr: { all: ['attributes', '属性'], one: ['the attribute %', '属性 %'] },
  attribute: { all: ['attributes', '属性'], one: ['the attribute %', '属性 %'] },
};

/** What a specification of a right covers. */
export function specWords(spec: string, t: NoteContext['t']): string {
  const colon = spec.indexOf(':');
  const head = colon < 0 ? spec : spec.slice(0, colon);
  const known = Object.hasOwn(shortcuts, head) ? shortcuts[head] : undefined;
  if (!known) return code(spec);
  const argument = colon < 0 ? '' : spec.slice(colon + 1);
  const [en, ja] = argument !== '' && known.one ? known.one : known.all;
  return t(en, ja).replace('%', () => code(argument));
}
