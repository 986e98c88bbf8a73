import { fitsGlob, isGlob } from './glob';
import type { XmlElement } from './xml';

/** Something that crmsh keeps by its id: a resource, a constraint, a set of properties. */
export interface CibObject {
  readonly id: string;
  /** The element's tag; for defaults that of the element round the set. */
  readonly tag: string;
  /** It moves: a resource that is put into a container is found there. */
  node: XmlElement;
}

/** The objects of a CIB, found as crmsh finds them: names are patterns (crmsh 4.4.1, crmsh/cibconfig.py, find_objects). */
export class CibObjects {
  private readonly list: CibObject[] = [];
  private readonly byName = new Map<string, CibObject[]>();

  add(object: CibObject): void {
    this.list.push(object);
    const uname = object.tag === 'node' ? object.node.attributes.get('uname') : undefined;
    for (const name of new Set([object.id, uname ?? object.id])) {
      const known = this.byName.get(name);
      if (known) known.push(object);
      else this.byName.set(name, [object]);
    }
  }

  /** What a name means: anything rather than a node. Undefined: nothing. */
  find(name: string): CibObject | undefined {
    return this.findResource(name) ?? this.matching(name)[0];
  }

  /** What a name means that is no node; crmsh looks for resources so. */
  findResource(name: string): CibObject | undefined {
    return this.matching(name).find(({ tag }) => tag !== 'node');
  }

  /** The node that a name means. */
  findNode(name: string): CibObject | undefined {
    return this.matching(name).find(({ tag }) => tag === 'node');
  }

  private matching(name: string): readonly CibObject[] {
    if (!isGlob(name)) return this.byName.get(name) ?? [];
    const uname = ({ tag, node }: CibObject): string => (tag === 'node' ? (node.attributes.get('uname') ?? '') : '');
    return this.list.filter((object) => fitsGlob(object.id, name) || fitsGlob(uname(object), name));
  }
}
