import type { Fact } from '../../../core/facts/types';
import type { Offer } from '../../../core/features/slot';
import type { ActionRow } from '../agent-row';
import { newestSchema, schemaTraits } from '../cib/schema';
import type { CrmFacts } from '../facts';
import type { SetOwner, SlotKind } from '../slot-kinds';
import { agentOf, type Cursor, endsHere, quoted } from './cursor';
import { operationLines, requiredParameters } from './snippets';

/** Names of a set's attributes, with `=`; the next list opens behind it. */
export function attributeOffers(written: SetOwner, cursor: Cursor): Offer[] {
  const { facts, next, typed } = cursor;
  const known = resolved(written, cursor);
  // The word at the cursor is not there yet.
  const owner = { ...known, present: new Set([...known.present].filter((name) => name !== typed)) };
  const suffix = next === '=' ? '' : '=';
  const opens = { suffix, goesOn: suffix !== '' };
  const isFence = owner.set === 'params' && owner.agent?.startsWith('stonith:');
  const table = facts.attributes(owner) ?? (isFence ? facts.fenceParameters : undefined);
  const names: Offer[] = table
    ? [
        {
          kind: 'facts',
          facts: [...table.values()].filter((fact) => isCurrent(fact) && fitsOrder(fact, owner)),
          except: owner.present,
          ...opens,
        },
      ]
    : [];
  const used: Offer[] = Object.hasOwn(sharedNames, owner.set)
    ? [{ kind: 'symbols', namespaces: [sharedNames[owner.set] ?? ''], except: owner.present, suffix }]
    : [];
  const special = ['$id', '$id-ref'].flatMap((name) => facts.words('special').get(name) ?? []);
  const isFirst = owner.present.size === 0 && owner.set !== 'op' && owner.set !== 'date';
  return [
    ...(owner.set === 'op' && suffix !== '' ? advisedPairs(owner, facts) : []),
    ...(suffix !== '' ? requiredParameters(owner, cursor) : []),
    ...names,
    ...used,
    ...(isFirst ? [{ kind: 'facts' as const, facts: special, ...opens }] : []),
  ];
}

/** Words that Pacemaker 2.1 no longer knows are read, not offered. */
function isCurrent({ until }: Fact): boolean {
  const [major = 0, minor = 0] = (until?.['pacemaker'] ?? '').split('.').map(Number);
  return until?.['pacemaker'] === undefined || major > 2 || (major === 2 && minor > 1);
}

/**
 * An operation's own attributes come first, the interval among them; parameters for the agent behind them (crmsh 4.4.1,
 * crmsh/parse.py, match_op).
 */
function fitsOrder({ name }: Fact, { set, present }: SetOwner): boolean {
  if (set !== 'op') return true;
  const isForeign = (word: string): boolean => !ownAttributes.has(word);
  return isForeign(name) ? present.has('interval') : ![...present].some(isForeign);
}

const ownAttributes = schemaTraits(newestSchema).opAttributes;

/** Where names of one's own choice are kept that stand elsewhere in the configuration. */
const sharedNames: Readonly<Record<string, string>> = {
  attributes: 'crm.node-attribute',
  utilization: 'crm.utilization',
};

function resolved(owner: SetOwner, { around }: Cursor): SetOwner {
  const agent = agentOf(owner, around);
  return agent === undefined ? owner : { ...owner, agent };
}

/** `timeout=20s` and the like, whole, as the agent's authors advise; parameters of the action only behind its interval. */
function advisedPairs(owner: SetOwner, facts: CrmFacts): Offer[] {
  const rows = facts.agent(owner.agent)?.actions.filter(({ name }) => name === owner.operation) ?? [];
  const pairs = rows.flatMap((row) =>
    advisedNames.flatMap((name) => {
      const value = row[name];
      const fits =
        value !== undefined && !owner.present.has(name) && (name !== 'depth' || owner.present.has('interval'));
      return fits ? [`${name}=${value}`] : [];
    }),
  );
  return pairs.length > 0 ? [{ kind: 'values', type: { kind: 'enum', values: [...new Set(pairs)] } }] : [];
}

const advisedNames = ['interval', 'timeout', 'role', 'depth'] as const satisfies readonly (keyof ActionRow)[];

/** Values of an attribute. */
export function valueOffers(
  { owner: written, name }: Extract<SlotKind, { kind: 'attribute-value' }>,
  cursor: Cursor,
): Offer[] {
  const { facts, around } = cursor;
  const owner = resolved(written, cursor);
  const fact = facts.attributes(owner)?.get(name);
  const type = fact?.type;
  if (name === 'drbd_resource') return [{ kind: 'symbols', namespaces: ['drbd.resource'] }];
  if (type?.kind === 'reference') return [{ kind: 'symbols', namespaces: type.to }];
  const devices = owner.set === 'params' && name === 'device' ? drbdDevices(around) : [];
  const first = [...advisedValues(facts, owner, name), ...devices, ...usualValues(name, around)];
  const offers: Offer[] =
    first.length > 0 ? [{ kind: 'values', type: { kind: 'enum', values: first, open: true } }] : [];
  if (hostNames.has(name)) offers.push({ kind: 'symbols', namespaces: ['crm.node', 'drbd.host'] });
  return type ? [...offers, { kind: 'values', type, fact, quote: quoted }] : offers;
}

/** Parameters of fence devices that hold names of hosts. */
const hostNames = new Set(['pcmk_host_list', 'plug', 'port', 'hostlist', 'hostname', 'nodename']);

/** What the agent's authors advise for an attribute of an operation. */
function advisedValues(facts: CrmFacts, { agent, operation, set }: SetOwner, name: string): string[] {
  const key = advisedNames.find((known) => known === name);
  if (set !== 'op' || operation === undefined || key === undefined) return [];
  const actions = facts.agent(agent)?.actions.filter((action) => action.name === operation) ?? [];
  return [...new Set(actions.flatMap((action) => action[key] ?? []))];
}

/** What most people write, where the type says little; as many instances as there are nodes. */
function usualValues(name: string, around: Cursor['around']): readonly string[] {
  if (name === 'clone-max') {
    const nodes = [...around.declared('crm.node')].length;
    return nodes > 1 ? [String(nodes)] : ['2', '3'];
  }
  return Object.hasOwn(usual, name) ? (usual[name] ?? []) : [];
}

const usual: Readonly<Record<string, readonly string[]>> = {
  'clone-node-max': ['1'],
  'promoted-max': ['1'],
  'promoted-node-max': ['1'],
  'master-max': ['1'],
  'master-node-max': ['1'],
  'migration-threshold': ['1', '3', '5'],
  cidr_netmask: ['24', '32', '64'],
  nic: ['eth0', 'bond0'],
  fstype: ['ext4', 'xfs', 'btrfs', 'gfs2', 'ocfs2', 'nfs'],
};

/** The block devices of the DRBD resources that are known. */
function drbdDevices(around: Cursor['around']): string[] {
  const minors = [...around.declared('drbd.minor')].map(({ name }) => name.slice(name.lastIndexOf(':') + 1));
  const byMinor = [...new Set(minors)].filter((minor) => /^\d+$/.test(minor)).map((minor) => `/dev/drbd${minor}`);
  return [...byMinor, ...[...around.declared('drbd.by-res')].flatMap(({ entry }) => entry.value ?? [])];
}

/** Actions, with a blank; whole lines with the advised values first. */
export function operationOffers(slot: Extract<SlotKind, { kind: 'operation-name' }>, cursor: Cursor): Offer[] {
  const { facts, around } = cursor;
  const agent = agentOf(slot, around);
  return [
    ...(endsHere(cursor) ? operationLines(facts, agent, '') : []),
    { kind: 'facts', facts: operationFacts(facts, agent), suffix: endsHere(cursor) ? ' ' : '' },
  ];
}

/** Actions that are called by hand, not by the cluster. */
const byHand = new Set(['meta-data', 'validate-all']);
const scriptActions = ['monitor', 'start', 'stop', 'status', 'restart', 'force-reload'];
const usualActions = ['monitor', 'start', 'stop', 'promote', 'demote', 'notify', 'migrate_to', 'migrate_from'];

function operationFacts(facts: CrmFacts, agent: string | undefined): Fact[] {
  const table = facts.words('action');
  const row = facts.agent(agent)?.row;
  const own = row?.actions.map(({ name }) => name) ?? (agent?.startsWith('lsb:') ? scriptActions : usualActions);
  // Fence devices do not name all of these, the cluster asks for them all the same.
  const names = (row?.id ?? agent)?.startsWith('stonith:') ? [...own, 'monitor', 'start', 'stop', 'status'] : own;
  const wanted = [...new Set(names)].filter((name) => !byHand.has(name));
  return wanted.map((name) => table.get(name) ?? { id: `action/${name}`, name, category: 'action' });
}
