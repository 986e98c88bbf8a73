import type { Text } from '../../base/text';
import type { Parsed } from '../../core/workspace/unit';
import { fromCib } from './cib/from-cib';
import { toCib } from './cib/to-cib';
import { readXml, writeXml } from './cib/xml';
import { buildCrmFacts, type CrmData } from './facts';

/** A CIB as XML text for the logical lines of a crm file. */
export function cibTextOf(
  lines: Iterable<{ readonly text: string; readonly parsed: Parsed }>,
  data: CrmData,
  schema: string | undefined,
): string {
  return writeXml(toCib(lines, { facts: buildCrmFacts(data), ...(schema !== undefined && { schema }) }));
}

export interface CrmTextOptions {
  readonly style: 'show' | 'exact';
  readonly schema?: string;
}

/** crm text for a CIB as XML text, or why there is none. */
export function crmTextOf(xml: string, data: CrmData, options: CrmTextOptions): string | { readonly problem: Text } {
  const root = readXml(xml);
  if ('problem' in root) {
    const line = xml.slice(0, root.offset).split('\n').length;
    return {
      problem: {
        en: `line ${line}: no XML that is read: ${root.problem}`,
        ja: `${line} 行目: XML として読めません: ${root.problem}`,
      },
    };
  }
  const text = fromCib(root, { ...options, facts: buildCrmFacts(data) });
  if (typeof text === 'string') return text;
  return { problem: { en: `<${text.element}> is no CIB`, ja: `<${text.element}> は CIB ではありません` } };
}
