/** The namespace that a statement declares its name in. */
export function idNamespace(statement: string): string {
  switch (statement) {
    case 'rsc_template':
      return 'crm.template';
    case 'location':
    case 'colocation':
    case 'order':
    case 'rsc_ticket':
      return 'crm.constraint';
    case 'node':
    case 'tag':
    case 'role':
    case 'alert':
      return `crm.${statement}`;
    case 'user':
    case 'acl_target':
    case 'acl_group':
      return 'crm.user';
    default:
      return 'crm.resource';
  }
}
