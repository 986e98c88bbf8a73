import type { RuleContext } from '../../core/lint/rule';
import type { Found } from '../../core/workspace/unit';
import { fitsGlob, isGlob } from './cib/glob';
import type { CrmModel } from './model';

/** In this order `configure load` makes resources (crmsh 4.4.1, crmsh/xmlutil.py, processing_sort). */
const order = ['rsc_template', 'primitive', 'bundle', 'group', 'ms', 'clone'];

/** Whether `load` makes the one before the other: by kind, then by place in the file. */
export function isMadeBefore(one: Found, kind: string, index: number): boolean {
  const first = order.indexOf(one.entry.value ?? '');
  const second = order.indexOf(kind);
  return first < second || (first === second && (one.uri !== undefined || one.unit.index < index));
}

/**
 * The resources and templates that a name means. To crmsh it is a pattern like a shell's (crmsh 4.4.1,
 * crmsh/cibconfig.py, find_objects); then they come in the order in which `load` makes them.
 */
export function resourcesNamed(name: string, context: RuleContext): readonly Found[] {
  const exactly = (id: string): Found[] => [
    ...context.declarations('crm.resource', id),
    ...context.declarations('crm.template', id),
  ];
  if (!isGlob(name)) return exactly(name);
  return order.flatMap((kind) =>
    context
      .lookup('crm.kind', kind)
      .map(({ unit }) => (unit.model as CrmModel).statement?.name?.text ?? '')
      .filter((id) => id !== '' && fitsGlob(id, name))
      .flatMap(exactly),
  );
}
