import type { Entry } from '../../../core/model/entries';
import { nameSource } from './name-source';

/**
 * Nodes of `corosync.conf`: `name:` in `nodelist { node { … } }`, else a `ring0_addr:` that is no number (corosync.conf(5),
 * corosync 3).
 */
export const corosync = nameSource('corosync', (text) => {
  const path: string[] = [];
  const nodes: { name?: Entry; address?: Entry }[] = [];
  for (const match of text.matchAll(/^[^\S\n]*#.*|(\w+)[^\S\n]*\{|(\})|(\w+):[^\S\n]*([^\s{}]+)/gm)) {
    const [whole, section, closing, key, value = ''] = match;
    if (section !== undefined) {
      path.push(section);
      if (isNode(path)) nodes.push({});
    } else if (closing) path.pop();
    else if (isNode(path)) {
      const node = nodes.at(-1);
      const entry = nodeEntry(value, match.index + whole.length - value.length);
      if (node && key === 'name') node.name = entry;
      else if (node && key === 'ring0_addr' && !isAddress(value)) node.address = entry;
    }
  }
  const names = nodes.flatMap(({ name, address }) => name ?? address ?? []);
  const [first] = names;
  return first ? [...names, { ...first, namespace: 'crm.corosync', name: '*', role: 'mark' }] : [];
});

const isNode = ([first, second, third]: readonly string[]): boolean =>
  first === 'nodelist' && second === 'node' && third === undefined;

const isAddress = (text: string): boolean => /^[\d.]+$|:/.test(text);

const nodeEntry = (name: string, start: number): Entry => ({
  namespace: 'crm.node',
  name,
  role: 'declaration',
  span: { start, end: start + name.length },
  value: 'node',
});
