import type { DrbdFacts } from '../../../server/src/languages/drbd/facts';
import type { Place } from '../../../server/src/languages/drbd/parser/slot-notes';
import { facts } from './reading';
import type { ResourceSummary, Summary } from './summary';

type Values = Readonly<Record<string, string>>;

/**
 * What is left of a configuration for another generation: `fencing` where that one has it, without the words that it
 * has no more, and without `become-primary-on`, which DRBD 9 reads and forgets.
 */
export function meaningFor(summary: Summary, to: '8.4' | '9'): unknown {
  return Object.fromEntries(Object.entries(summary).map(([name, resource]) => [name, forResource(resource, to)]));
}

function forResource(resource: ResourceSummary, to: '8.4' | '9'): unknown {
  const { fencing } = { ...resource.disk, ...resource.net } as { fencing?: string };
  const known = (place: Place, values: Values) => only(facts, place, values, to);
  const disk = (values: Values) => known('disk', without(values, 'fencing', 'resync-after'));
  // Options towards the peer count where the connection has them, wherever they are written.
  const device = (values: Values) =>
    Object.fromEntries(
      Object.entries(disk(values)).filter(([name]) => facts.option('disk', name)?.scope !== 'peer-device'),
    );
  const net = (values: Values) => known('net', { ...values, ...(fencing !== undefined && { fencing }) });
  return {
    hosts: resource.hosts.map((host) => ({
      ...host,
      options: known('options', host.options),
      volumes: Object.fromEntries(
        Object.entries(host.volumes).map(([number, volume]) => [
          number,
          { ...volume, options: device(volume.options) },
        ]),
      ),
    })),
    connections: resource.connections.map((connection) => ({
      ...connection,
      net: net(connection.net),
      volumes: Object.fromEntries(Object.entries(connection.volumes).map(([number, values]) => [number, disk(values)])),
    })),
    options: known('options', resource.options),
    startup: known(
      'startup',
      without(resource.startup, ...(to === '9' ? ['become-primary-on'] : []), 'stacked-timeouts'),
    ),
    handlers: known('handlers', renamed(resource.handlers)),
    // By a slip 8.4 also reads in `proxy` what it reads in `syncer`.
    proxy: { ...known('proxy', resource.proxy), plugin: resource.proxy['plugin'] },
  };
}

/** DRBD 9 has no use for `outdate-peer`; a rewriting gives it the name that works. */
const renamed = ({ 'outdate-peer': old, ...values }: Values): Values => ({
  ...(old !== undefined && { 'fence-peer': old }),
  ...values,
});

const without = (values: Values, ...names: readonly string[]): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));

function only(table: DrbdFacts, place: Place, values: Values, to: '8.4' | '9'): Values {
  const knows = (name: string) => name === 'fencing' || table.option(place, name)?.generations[to] !== undefined;
  return Object.fromEntries(Object.entries(values).filter(([name]) => knows(name)));
}
