import { asAscii } from '../../lexer';
import type { Statement } from '../../statement';
import { descendants, readXml, type XmlElement } from '../xml';
import { lowerAclTarget, lowerRole, lowerUser } from './access';
import { lowerAlert, lowerDefaults, lowerFencing, lowerMonitor, lowerNode, lowerTag } from './cluster';
import { lowerColocation, lowerLocation, lowerOrder, lowerTicket } from './constraints';
import type { LowerContext } from './context';
import { lowerBundle, lowerContainer, lowerPrimitive } from './resources';

type Lowering = (statement: Statement, context: LowerContext) => XmlElement;

const lowerings: Readonly<Record<string, Lowering>> = {
  node: lowerNode,
  primitive: lowerPrimitive,
  rsc_template: lowerPrimitive,
  group: lowerContainer,
  clone: lowerContainer,
  ms: lowerContainer,
  bundle: lowerBundle,
  location: lowerLocation,
  colocation: lowerColocation,
  order: lowerOrder,
  rsc_ticket: lowerTicket,
  property: lowerDefaults,
  rsc_defaults: lowerDefaults,
  op_defaults: lowerDefaults,
  fencing_topology: lowerFencing,
  role: lowerRole,
  user: lowerUser,
  acl_target: lowerAclTarget,
  acl_group: lowerAclTarget,
  tag: lowerTag,
  alert: lowerAlert,
  monitor: lowerMonitor,
};

/** The XML that crmsh's parser makes of a statement, without the ids that it works out later; undefined where it is none. */
export function lowerStatement(statement: Statement, context: LowerContext): XmlElement | undefined {
  if (statement.kind === 'xml') {
    const xml = readXml(statement.xml ?? '');
    return 'problem' in xml ? undefined : xml;
  }
  const lowered = lowerings[statement.kind]?.(statement, context);
  if (lowered) spellOut(lowered);
  return lowered;
}

function spellOut(root: XmlElement): void {
  for (const { attributes } of descendants(root))
    for (const [name, value] of attributes) attributes.set(name, asAscii(value));
}
