import { XMLParser } from 'fast-xml-parser';
import type {
  EffectiveAddress,
  EffectiveConfiguration,
  EffectiveHost,
  EffectiveProxy,
  EffectiveResource,
  Options,
} from '../../../server/src/languages/drbd/effective/types';

/** Makes a value comparable. */
export type Facts = (place: string, name: string, value: string) => string;

/** Values alone, so that two readings of one configuration can be compared. */
export type Summary = Readonly<Record<string, ResourceSummary>>;

type Values = Readonly<Record<string, string>>;

export interface ResourceSummary {
  readonly hosts: readonly HostSummary[];
  readonly connections: readonly ConnectionSummary[];
  readonly options: Values;
  readonly net: Values;
  readonly disk: Values;
  readonly startup: Values;
  readonly handlers: Values;
  readonly proxy: Values;
}

export interface HostSummary {
  readonly name: string;
  readonly address: string;
  readonly options: Values;
  readonly volumes: Readonly<Record<string, VolumeSummary>>;
}

export interface VolumeSummary {
  readonly device: string;
  readonly disk: string;
  readonly meta: string;
  readonly options: Values;
}

export interface ConnectionSummary {
  readonly paths: readonly (readonly string[])[];
  readonly net: Values;
  readonly volumes: Readonly<Record<string, Values>>;
}

export const valuesOf = (...pools: readonly Options[]): Values =>
  Object.fromEntries(
    pools.flatMap((pool) => [...pool.values()].map(({ name, value }) => [name, value] as const)).sort(),
  );

const addressText = (address: EffectiveAddress | undefined): string =>
  address ? `${address.family} ${address.ip}:${address.port}` : '';

/** Summary of our own reading. */
export const summarize = ({ resources }: EffectiveConfiguration): Summary =>
  Object.fromEntries(resources.map((resource) => [resource.name, summarizeResource(resource)]));

function summarizeResource(resource: EffectiveResource): ResourceSummary {
  return {
    hosts: resource.hosts.map(summarizeHost),
    connections: resource.connections.map(({ paths, net, volumes }) => ({
      paths: paths.map((ends) =>
        ends.map(({ name, address, proxy }) => `${name} ${addressText(address)}${proxyText(proxy)}`.trim()),
      ),
      net: valuesOf(net),
      volumes: Object.fromEntries([...volumes].map(([number, options]) => [number, valuesOf(options)])),
    })),
    options: valuesOf(resource.options),
    net: valuesOf(resource.net),
    disk: valuesOf(resource.disk, resource.peer),
    startup: valuesOf(resource.startup),
    handlers: valuesOf(resource.handlers),
    proxy: withPlugins(valuesOf(resource.proxy), resource.plugins),
  };
}

const withPlugins = (values: Values, plugins: readonly string[]): Values => ({
  ...values,
  ...(plugins.length > 0 && { plugin: [...plugins].sort().join(' | ') }),
});

const proxyText = (proxy: EffectiveProxy | undefined): string =>
  proxy
    ? ` via ${proxy.hosts.join(' ')} ${addressText(proxy.inside)} ${addressText(proxy.outside)} ${JSON.stringify(withPlugins(valuesOf(proxy.options), proxy.plugins))}`
    : '';

const summarizeHost = (host: EffectiveHost): HostSummary => ({
  name: host.kind === 'floating' ? 'floating' : host.names.join(' '),
  address: addressText(host.address),
  options: valuesOf(host.ownOptions),
  volumes: Object.fromEntries(
    host.volumes.map(({ number, device, minor, disk, metaDisk, options, peerOptions }) => [
      number,
      {
        device: `${device ?? ''} ${minor ?? ''}`,
        disk: disk ?? '',
        meta: disk === undefined || !metaDisk ? '' : metaText(metaDisk.path, metaDisk.index),
        options: valuesOf(options, peerOptions),
      },
    ]),
  ),
});

const metaText = (path: string, index: string): string =>
  index === path || index === 'flexible' ? path : `${path}[${index}]`;

/** Summary of what `drbdadm -v dump-xml` prints. */
export function summarizeXml(xml: string, facts: Facts): Summary {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseTagValue: false,
    parseAttributeValue: false,
    trimValues: false,
    isArray: (name) =>
      ['resource', 'host', 'volume', 'connection', 'path', 'section', 'option', 'proxy'].includes(name),
  });
  const { config } = parser.parse(xml) as { config?: Xml };
  return Object.fromEntries(
    all(config, 'resource').map((resource) => [String(resource['name']), readResource(resource, facts)]),
  );
}

interface Xml {
  readonly [name: string]: string | Xml | readonly Xml[] | undefined;
}

const all = (xml: Xml | undefined, name: string): readonly Xml[] => (xml?.[name] as readonly Xml[] | undefined) ?? [];

function readResource(xml: Xml, facts: Facts): ResourceSummary {
  const values = (section: string) => sectionValues(xml, section, facts);
  return {
    hosts: all(xml, 'host').map((host) => ({
      name: host['floating'] ? 'floating' : String(host['name']),
      address: xmlAddress(host['address']),
      options: sectionValues(host, 'options', facts),
      volumes: Object.fromEntries(
        all(host, 'volume').map((volume) => [String(volume['vnr']), readVolume(volume, facts)]),
      ),
    })),
    connections: all(xml, 'connection').map((connection) => ({
      paths: all(connection, 'path').map((path) => all(path, 'host').map((end) => readEnd(end, facts))),
      net: sectionValues(connection, 'net', facts),
      volumes: Object.fromEntries(
        all(connection, 'volume').map((volume) => [String(volume['vnr']), sectionValues(volume, 'disk', facts)]),
      ),
    })),
    options: values('options'),
    net: values('net'),
    disk: values('disk'),
    startup: values('startup'),
    handlers: values('handlers'),
    proxy: values('proxy'),
  };
}

function readEnd(end: Xml, facts: Facts): string {
  const proxy = all(end, 'proxy')[0];
  const via = proxy
    ? ` via ${String(proxy['hostname'])} ${xmlAddress(proxy['inside'])} ${xmlAddress(proxy['outside'])} ${JSON.stringify(sectionValues(proxy, 'options', facts, 'proxy'))}`
    : '';
  return `${String(end['name'])} ${xmlAddress(end['address'])}${via}`.trim();
}

function readVolume(volume: Xml, facts: Facts): VolumeSummary {
  const device = volume['device'] as Xml;
  const meta = volume['meta-disk'];
  return {
    device: `${textOf(device)} ${String(device['minor'])}`,
    disk: textOf(volume['disk']),
    meta: typeof meta === 'object' ? metaText(textOf(meta), String((meta as Xml)['index'])) : (meta ?? ''),
    options: sectionValues(volume, 'disk', facts),
  };
}

const textOf = (value: Xml[string]): string =>
  typeof value === 'object' ? String((value as Xml)['#text'] ?? '') : (value ?? '');

function xmlAddress(value: Xml[string]): string {
  const address = value as Xml | undefined;
  return address?.['port'] && address['port'] !== '(null)'
    ? `${String(address['family'])} ${textOf(address)}:${String(address['port'])}`
    : '';
}

function sectionValues(xml: Xml, name: string, facts: Facts, place = name): Values {
  const section = all(xml, 'section').find((candidate) => candidate['name'] === name);
  const plugin = all(section, 'section').find((candidate) => candidate['name'] === 'plugin');
  const seen = new Set<string>();
  const values = all(section, 'option').flatMap((option) => {
    const key = String(option['name']);
    if (place === 'handlers' && seen.has(key)) return [];
    seen.add(key);
    return [[key, facts(place, key, String(option['value'] ?? 'yes'))] as const];
  });
  // Of several the last counts.
  const record = Object.fromEntries([...new Map(values)].sort());
  return withPlugins(
    record,
    all(plugin, 'option').map((option) => String(option['name'])),
  );
}
