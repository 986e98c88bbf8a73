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
    const root = rootOf(xml);
    const span = { start: first.start, end: first.start + Math.max(1, text.slice(first.start).trimEnd().length) };
    if (root === undefined) reader.problem('malformed-xml', span);
    else if (!elements.has(root)) reader.problem('unknown-element', first, { element: root });
    else if (!withoutId.has(root) && !/^[^>]*\sid\s*=/.test(xml))
      reader.problem('element-without-id', first, { element: root });
  }
  while (!reader.atEnd) reader.take('xml', slot);
}

const tag = /<(\/?)([A-Za-z_][\w.-]*)((?:\s+[A-Za-z_:][\w.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|<!--.*?-->/gsy;

/** The name of the one element that a text consists of; undefined where it is not well formed. */
function rootOf(xml: string): string | undefined {
  const open: string[] = [];
  let root: string | undefined;
  for (let at = 0; at < xml.length; ) {
    tag.lastIndex = at;
    const match = tag.exec(xml);
    if (!match) {
      const text = /^[^<&]+|^&(?:#\d+|#x[\da-f]+|\w+);/i.exec(xml.slice(at))?.[0];
      if (text === undefined || (open.length === 0 && text.trim() !== '')) return undefined;
      at += text.length;
      continue;
    }
    at += match[0].length;
    const attributes = [...(match[3] ?? '').matchAll(/([\w.:-]+)\s*=\s*(?:"[^"]*"|'[^']*')/g)].map(([, key]) => key);
    if (new Set(attributes).size < attributes.length) return undefined;
    const [, closing, name, , empty] = match;
    if (name === undefined) continue; // a comment
    if (closing) {
      if (open.pop() !== name) return undefined;
    } else {
      if (open.length === 0 && root !== undefined) return undefined;
      root ??= name;
      if (!empty) open.push(name);
    }
  }
  return open.length === 0 ? root : undefined;
}
