import type { Offer } from '../../../core/features/slot';
import type { SlotKind } from '../slot-kinds';
import type { Cursor } from './cursor';

/** Everything that has an id. */
const anything = ['crm.resource', 'crm.template', 'crm.constraint', 'crm.node', 'crm.tag', 'crm.role', 'crm.user'];
const others = ['crm.alert', 'crm.set-id'];

const kinds = [
  ...['node', 'primitive', 'group', 'clone', 'ms', 'rsc_template', 'location', 'colocation', 'order', 'rsc_ticket'],
  ...['property', 'rsc_defaults', 'op_defaults', 'fencing_topology', 'role', 'user', 'acl_target', 'tag', 'alert'],
  ...['bundle'],
];

/** Ids, and the filters of `show` and its like. */
const chosen = ['changed', 'xml', ...kinds.map((kind) => `type:${kind}`)];

/** What follows a command of the configure level, word by word; the last is for all further words. */
type Argument = 'ids' | 'filters' | 'group' | 'members' | 'resources' | 'properties' | readonly string[];

/** Commands and their arguments (crmsh 4.4.1, crmsh/ui_configure.py, the completers of the commands). */
const commands: Readonly<Record<string, readonly Argument[]>> = {
  show: ['filters'],
  edit: ['filters'],
  save: ['filters'],
  filter: [['sed'], 'filters'],
  delete: ['ids'],
  rename: ['ids', []],
  set: ['ids', []],
  'validate-all': ['ids', []],
  modgroup: ['group', ['add', 'remove'], 'resources', ['after', 'before'], 'members', []],
  load: [['xml', 'update', 'replace', 'push'], []],
  commit: [['force', 'replace']],
  erase: [['nodes'], []],
  upgrade: [['force'], []],
  schema: [[]],
  verify: [[]],
  ptest: [['nograph', 'scores', 'actions', 'utilization']],
  simulate: [['nograph', 'scores', 'actions', 'utilization']],
  graph: [['dot', 'exportsettings'], []],
  get_property: ['properties', []],
  'default-timeouts': ['ids'],
  rsctest: ['resources'],
  cd: [['..', 'cib', 'cibstatus', 'ra', 'template', 'history', 'assist'], []],
  template: [
    [
      'new',
      'load',
      'edit',
      'delete',
      'show',
      'apply',
      'list',
      'help',
      'ls',
      'cd',
      'up',
      'quit',
      'exit',
      'bye',
      'end',
      '?',
    ],
    [],
  ],
  cib: [
    [
      'new',
      'use',
      'delete',
      'reset',
      'commit',
      'diff',
      'list',
      'import',
      'cibstatus',
      'help',
      'ls',
      'cd',
      'up',
      'quit',
    ],
    [],
  ],
  ra: [['classes', 'list', 'info', 'providers', 'validate', 'meta', 'help', 'ls', 'cd', 'up', 'quit'], []],
  history: [['limit', 'source', 'info', 'latest', 'log', 'node', 'resource', 'transition', 'events', 'help', 'up'], []],
  help: [['topics', 'primitive', 'group', 'clone', 'location', 'colocation', 'order', 'property', 'load', 'show'], []],
};

/** Words that may follow a command. */
export function commandOffers(
  { command, words }: Extract<SlotKind, { kind: 'command-argument' }>,
  cursor: Cursor,
): Offer[] {
  const list = Object.hasOwn(commands, command) ? (commands[command] ?? []) : [];
  const argument = list[Math.min(words.length, list.length - 1)];
  const except = new Set(words);
  const symbols = (namespaces: readonly string[]): Offer => ({ kind: 'symbols', namespaces, except });
  const oneOf = (values: readonly string[]): Offer => ({ kind: 'values', type: { kind: 'enum', values } });
  if (argument === undefined) return [];
  switch (argument) {
    case 'ids':
      return [symbols([...anything, ...others])];
    case 'filters':
      return [
        symbols([...anything, ...others]),
        oneOf(chosen),
        { kind: 'symbols', namespaces: ['crm.tag'], prefix: 'tag:' },
      ];
    case 'group':
      return [{ ...symbols(['crm.resource']), accept: (kind) => kind === 'group' } as Offer];
    case 'members':
      return [oneOf(membersOf(words[0], cursor))];
    case 'resources':
      return [symbols(['crm.resource'])];
    case 'properties':
      return [{ kind: 'facts', facts: propertiesOf(cursor) }];
    default:
      return argument.length > 0 ? [oneOf(argument)] : [];
  }
}

const propertiesOf = ({ facts }: Cursor) =>
  facts.attributes({ set: 'property', statement: 'property', present: new Set() })?.values() ?? [];

function membersOf(group: string | undefined, { around }: Cursor): string[] {
  return [...around.declared('crm.resource')]
    .map(({ name }) => name)
    .filter((name) => around.lookup('crm.member', name).some(({ entry }) => entry.value === group));
}
