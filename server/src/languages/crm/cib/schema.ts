/** What crmsh does differently for older schemas (crmsh 4.4.1, crmsh/parse.py and the schemas of Pacemaker 1.0 to 3.0). */
export interface SchemaTraits {
  /** As `validate-with` says it. */
  readonly name: string;
  /** Knows Promoted and Unpromoted; else crmsh writes Master and Slave for them. */
  readonly promotedRoles: boolean;
  /** Rights are `acl_permission`; else `read`, `write` and `deny`. */
  readonly permissions: boolean;
  /** Names that are attributes of `op`, lower case; any other is a parameter. */
  readonly opAttributes: ReadonlySet<string>;
}

/** The schema of Pacemaker 2.1.5, the newest that crmsh 4.4.1 was measured with. */
export const newestSchema = 'pacemaker-3.9';

const opAttributes = [
  ...['id', 'name', 'interval', 'timeout', 'description', 'start-delay', 'interval-origin', 'enabled'],
  ...['record-pending', 'role', 'on-fail'],
];

/** The traits of a schema; of a name that says no version, those of the newest. */
export function schemaTraits(name: string): SchemaTraits {
  const [, major = '3', minor = '9'] = /^pacemaker-(\d+)\.(\d+)$/.exec(name) ?? [];
  const version = Number(major) * 1000 + Number(minor);
  return {
    name,
    promotedRoles: version >= 3007,
    permissions: version >= 2000,
    opAttributes: new Set(version < 3000 ? [...opAttributes, 'requires'] : opAttributes),
  };
}
