import { readXml } from '../cib/xml';
import type { SlotKind } from '../slot-kinds';
import type { Statement } from '../statement';
import type { Reader } from './reader';
import { isTemplated } from './references';

/** Elements that crmsh has a statement for (crmsh 4.4.1, crmsh/constants.py, cib_cli_map). */
const elements = new Set(
  (
    'node primitive group clone master bundle template rsc_location rsc_colocation rsc_order rsc_ticket ' +
    'cluster_property_set rsc_defaults op_defaults fencing-topology acl_role acl_user acl_target acl_group tag alert'
  ).split(' '),
);

/** Elements with an id of their own making. */
const withoutId = new Set(['cluster_property_set', 'rsc_defaults', 'op_defaults', 'fencing-topology', 'node']);

/** `xml ELEMENT`: crmsh takes the rest of the line as it is, quotes too. */
export function parseXml(reader: Reader, statement: Statement, text: string): void {
  const slot: SlotKind = { kind: 'text', what: 'xml' };
  reader.expect(slot);
  const first = reader.current;
  const xml = first
    ? text
        .slice(first.start)
        .replace(/\\+[^\S\n]*\n\s*/g, '')
        .trim()
    : '';
  statement.xml = xml;
  if (!first) reader.problem('missing-xml', reader.missingAt());
  else if (!isTemplated(xml)) {
    const root = readXml(xml.split(/\s+/).join(' '));
    const span = { start: first.start, end: first.start + Math.max(1, text.slice(first.start).trimEnd().length) };
    if ('problem' in root) reader.problem('malformed-xml', span);
    else if (!elements.has(root.tag)) reader.problem('unknown-element', first, { element: root.tag });
    else if (!withoutId.has(root.tag) && !root.attributes.get('id'))
      reader.problem('element-without-id', first, { element: root.tag });
  }
  while (!reader.atEnd) reader.take('xml', slot);
}
