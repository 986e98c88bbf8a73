import { toCib } from '../../../server/src/languages/crm/cib/to-cib';
import { childrenOf, isElement, type XmlElement, type XmlNode } from '../../../server/src/languages/crm/cib/xml';
import { noCrmFacts } from '../../../server/src/languages/crm/facts';
import type { CrmModel } from '../../../server/src/languages/crm/model';
import { serviceWith } from '../../support/service';

/** The CIB that we make of a text, for a schema. */
export function ourCib(text: string, schema?: string): XmlElement {
  const { service, uri } = serviceWith('crm', text);
  const units = service.workspace.file(uri)?.units ?? [];
  const facts = (units[0]?.model as CrmModel | undefined)?.facts ?? noCrmFacts;
  return toCib(units, { facts, ...(schema !== undefined && { schema }) });
}

/** The configuration of a CIB, attributes in order, one element a line: equal for CIBs that are the same to Pacemaker. */
export function canonical(cib: XmlElement): string {
  const [configuration] = cib.tag === 'configuration' ? [cib] : childrenOf(cib, 'configuration');
  return configuration ? lines(configuration, '') : '';
}

function lines(node: XmlNode, indent: string): string {
  if (!isElement(node)) return `${indent}<!--${node.comment}-->\n`;
  const attributes = [...node.attributes].sort(([one], [other]) => (one < other ? -1 : 1));
  const head = attributes.map(([name, value]) => ` ${name}=${JSON.stringify(value)}`).join('');
  return `${indent}${node.tag}${head}\n${node.children.map((child) => lines(child, `${indent}  `)).join('')}`;
}
