import { own } from '../../../../base/maps';
import type { XmlElement } from '../xml';
import { showAccess } from './access';
import { showAlert, showDefaults, showFencing, showNode, showTag } from './cluster';
import { showConstraint, showLocation, showTicket } from './constraints';
import { commentsOf, type ShownObject } from './objects';
import { showBundle, showContainer, showPrimitive } from './resources';
import { type ShowContext, unsayable } from './words';

/** The parts of a statement; each gets a line of its own. */
type Printer = (keyword: string, id: string, node: XmlElement, context: ShowContext) => string[];

const printers: Readonly<Record<string, Printer>> = {
  node: showNode,
  rsc_template: showPrimitive,
  primitive: showPrimitive,
  bundle: showBundle,
  group: showContainer,
  clone: showContainer,
  ms: showContainer,
  tag: showTag,
  location: showLocation,
  colocation: showConstraint,
  order: showConstraint,
  rsc_ticket: showTicket,
  fencing_topology: showFencing,
  property: showDefaults,
  rsc_defaults: showDefaults,
  op_defaults: showDefaults,
  role: showAccess,
  user: showAccess,
  acl_target: showAccess,
  acl_group: showAccess,
  alert: showAlert,
};

/** A statement in crm's words, comments in front; undefined where there are none for it. */
export interface Printed {
  readonly comments: readonly string[];
  readonly parts: readonly string[];
}

export function print({ keyword, id, node }: ShownObject, context: ShowContext): Printed | undefined {
  const parts = own(printers, keyword)?.(keyword, id, node, context) ?? [];
  if (parts.some((part) => part.includes(unsayable))) return undefined;
  const comments = commentsOf(node);
  // A comment is one line, and a backslash at its end would take the next one in.
  const oneLine = (text: string): string => text.replace(/\s+/g, ' ').replace(/[\\ ]+$/, '');
  return { comments: context.exact ? comments.map(oneLine) : comments, parts };
}

/** On one line, behind its comments: what crmsh reads again to see whether it can print an object. */
export const onOneLine = ({ comments, parts }: Printed): string => [...comments, parts.join(' ')].join('\n');

/** As `configure show` prints it (crmsh 4.4.1, crmsh/cliformat.py, cli_format). */
export const onLines = ({ comments, parts }: Printed): string => [...comments, parts.join(' \\\n\t')].join('\n');
