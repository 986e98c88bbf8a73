import { firstPrefix, needsId, prefixBelow, usualId } from '../ids';
import { childrenOf, type XmlElement } from '../xml';
import { isChildResource, type ShownObject } from './objects';

/** How many ids crmsh tries before it takes one that is used. */
const tries = 99;

/**
 * The elements whose ids crmsh would not give out itself if it loaded the objects in this order without any (crmsh 4.4.1,
 * crmsh/idmgmt.py).
 */
export function ownIds(objects: readonly ShownObject[]): Set<XmlElement> {
  const used = new Set<string>();
  const own = new Set<XmlElement>();
  const walk = (target: XmlElement, inherited: string): void => {
    const id = target.attributes.get('id');
    if (needsId(target) && id !== undefined) {
      if (generated(target, inherited, used) !== id) own.add(target);
      used.add(id);
    }
    const below = prefixBelow(target, inherited);
    for (const child of childrenOf(target)) if (!isChildResource(child)) walk(child, below);
  };
  for (const { node } of objects) walk(node, firstPrefix(node.tag));
  // The id of an object is always in its statement.
  for (const { node } of objects) own.delete(node);
  return own;
}

function generated(target: XmlElement, prefix: string, used: ReadonlySet<string>): string {
  const name = target.attributes.get('uname');
  if (name) return name;
  const wanted = usualId(target, prefix);
  if (!used.has(wanted)) return wanted;
  for (let i = 0; i < tries; i++) if (!used.has(`${wanted}-${i}`)) return `${wanted}-${i}`;
  return wanted;
}
