import type { Edit } from '../../../base/edits';
import type { Span } from '../../../base/span';
import type { Text } from '../../../base/text';
import type { ConversionOffer, ConvertedUnit } from '../../../core/language';
import type { Unit } from '../../../core/workspace/unit';
import { attributesOf, type CrmModel } from '../model';
import { split } from '../rules/location-rules';
import { addMeta, isPromotable } from '../rules/shared-clones';
import type { Statement } from '../statement';

/** The words of Pacemaker 2.1 and later, which crmsh knows since 4.3. */
export const crmConversions: readonly ConversionOffer[] = [
  {
    id: 'modernise',
    title: { en: 'Modernise for Pacemaker 2.1 and later', ja: 'Pacemaker 2.1 以降の書き方に変換' },
  },
];

const renamedMeta: Readonly<Record<string, string>> = {
  'master-max': 'promoted-max',
  'master-node-max': 'promoted-node-max',
  masters: 'promoted-max',
};

const roles: Readonly<Record<string, string>> = { master: 'Promoted', slave: 'Unpromoted' };

/** Rewrites a statement with the words of Pacemaker 2.1; what has no one successor is told and left. */
export function modernise(unit: Unit<CrmModel>): ConvertedUnit {
  const { statement, parsed } = unit.model;
  if (!statement || parsed.problems.length > 0 || statement.shell) return { edits: [], remarks: [] };
  const rules = statement.kind === 'location' && statement.rules.length > 1 ? split(unit) : [];
  // A statement that is split is written anew; its words are for the next run.
  if (rules[0]) return { edits: rules[0].edits, remarks: [] };
  const edits = [...clone(unit, statement), ...names(statement), ...roleWords(unit, statement), ...kind(statement)];
  return { edits: edits.sort((a, b) => a.span.start - b.span.start), remarks: remarks(unit) };
}

const replace = ({ start, end }: Span, newText: string): Edit => ({ span: { start, end }, newText });

/** `ms` and `master` are clones with `promotable=true`. */
function clone(unit: Unit<CrmModel>, statement: Statement): Edit[] {
  if (statement.kind !== 'ms') return [];
  const said = attributesOf(statement, 'meta').some(({ name }) => name === 'promotable');
  return [
    replace(statement.keyword, 'clone'),
    ...(said || !isPromotable(statement)
      ? []
      : addMeta(unit, 'promotable', 'true').edits.map(({ span, newText }) => ({ span, newText }))),
  ];
}

/** Meta attributes and properties under their new names, where one word takes the place of one. */
function names(statement: Statement): Edit[] {
  return statement.sets.flatMap(({ kind: set, attributes }) =>
    attributes.flatMap(({ name, nameSpan }): Edit[] => {
      const other =
        set === 'meta' || set === 'docker' || set === 'podman' || set === 'rkt' ? own(renamedMeta, name) : undefined;
      if (other !== undefined) return attributes.some((one) => one.name === other) ? [] : [replace(nameSpan, other)];
      const dashed = name.replaceAll('_', '-');
      return set === 'property' && /^(?:stonith_|no_quorum|default_|transition_|symmetric_|startup_)/.test(name)
        ? [replace(nameSpan, dashed)]
        : [];
    }),
  );
}

const own = (table: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

/** Roles behind colons, and in `role=`, `$role=`, `target-role=`. */
function roleWords({ text, model: { parsed } }: Unit<CrmModel>, { members }: Statement): Edit[] {
  const edits: Edit[] = [];
  for (const { qualifier, qualifierSpan } of members) {
    const role = own(roles, (qualifier ?? '').toLowerCase());
    if (role !== undefined && qualifierSpan) edits.push(replace(qualifierSpan, role));
  }
  for (const { value, start, end } of parsed.words) {
    const [, old = ''] = /^(?:\$?role|target-role)=(master|slave)$/i.exec(value) ?? [];
    const role = own(roles, old.toLowerCase());
    const at = role === undefined ? -1 : text.slice(start, end).lastIndexOf(old);
    if (role !== undefined && at >= 0) edits.push(replace({ start: start + at, end: start + at + old.length }, role));
  }
  return edits;
}

/** An order's number as its kind. */
function kind({ kind: statement, score }: Statement): Edit[] {
  if (statement !== 'order' || !score || !/^[-+]?(?:\d+|inf(?:inity)?)$/i.test(score.text)) return [];
  return [replace(score.span, /^[-+]?0+$/.test(score.text) ? 'Optional' : 'Mandatory')];
}

/** Words that have a successor which is more than another word. */
function remarks({ model: { statement, agent } }: Unit<CrmModel>): ConvertedUnit['remarks'] {
  const other = agent?.fact.deprecated?.replacedBy;
  if (!statement?.agent || other === undefined) return [];
  const text: Text = {
    en: `${agent?.row.id} is superseded by ${other}: its parameters are others.`,
    ja: `${agent?.row.id} は ${other} に置き換えられている（パラメータが異なる）。`,
  };
  return [{ span: { start: statement.agent.start, end: statement.agent.end }, text, open: true }];
}
