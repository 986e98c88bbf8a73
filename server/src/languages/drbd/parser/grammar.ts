import { section } from './body';
import type { Grammar, PlaceGrammar, Production } from './reader';
import * as sections from './sections';
import * as statements from './statements';

const place = (rows: Readonly<Record<string, Production>>, options?: Production): PlaceGrammar => ({
  statements: new Map(Object.entries(rows)),
  ...(options && { options }),
});

const options = place({}, statements.option);
const { skip } = statements;
const device = { device: statements.device };
const metaDisk = { 'meta-disk': statements.metaDisk, 'flexible-meta-disk': statements.flexibleMetaDisk };
const via = { address: sections.endpoint, _this_host: sections.endpoint, _remote_host: sections.endpoint };

const requires = Object.fromEntries(
  ['eq', 'ne', 'gt', 'ge', 'lt', 'le'].map((op) => [`require-drbd-module-version-${op}`, statements.requireVersion]),
);

const resource = place({
  protocol: statements.protocol,
  on: sections.on,
  _this_host: sections.thisHost,
  floating: sections.floating,
  'stacked-on-top-of': sections.stacked,
  disk: sections.disk('disk'),
  ...device,
  ...metaDisk,
  volume: sections.volume('volume'),
  net: section('net', 'net'),
  options: section('options', 'options'),
  startup: section('startup', 'startup'),
  handlers: section('handlers', 'handlers'),
  syncer: section('syncer', 'syncer'),
  proxy: section('proxy', 'proxy'),
  connection: sections.connection,
  'connection-mesh': section('mesh', 'mesh'),
  'template-file': statements.templateFile,
  'ignore-on': statements.ignoreOn,
  skip,
});

/**
 * The grammar of drbdadm 8.3 to master, as one: what stands at which place. Words of one generation only are read
 * here too; whether they fit the file's generation is a question for rules.
 */
export const grammar: Grammar = {
  top: place({
    global: section('global', 'global'),
    common: section('common', 'common'),
    resource: sections.resource,
    include: statements.include,
    skip,
    ...requires,
  }),
  global: options,
  common: resource,
  resource,
  host: place({
    disk: sections.disk('disk'),
    ...device,
    ...metaDisk,
    address: statements.address,
    'alternate-link-address': statements.address,
    'node-id': statements.nodeId,
    volume: sections.volume('volume'),
    options: section('options', 'options'),
    proxy: sections.proxyOn,
    skip,
  }),
  stacked: place({
    ...device,
    address: statements.address,
    'alternate-link-address': statements.address,
    'node-id': statements.nodeId,
    proxy: sections.proxyOn,
    volume: sections.volume('stacked-volume'),
  }),
  volume: place({ disk: sections.disk('disk'), ...device, ...metaDisk, tiebreaker: statements.option, skip }),
  'stacked-volume': place({ disk: sections.disk('disk'), ...device }),
  disk: options,
  'peer-disk': options,
  net: options,
  options,
  startup: place({ 'become-primary-on': statements.wordList }, statements.option),
  handlers: options,
  syncer: options,
  proxy: place({ plugin: section('plugin', 'plugin') }, statements.option),
  'proxy-on': place({
    inside: statements.address,
    outside: statements.address,
    options: section('proxy', 'proxy'),
  }),
  plugin: place({}, sections.pluginLine),
  connection: place({
    host: sections.endpoint,
    ...via,
    path: section('path', 'path'),
    net: section('net', 'net'),
    disk: section('disk', 'peer-disk'),
    volume: sections.volume('connection-volume'),
    _peer_node_id: statements.nodeId,
    _is_standalone: statements.flag,
    _cstate: statements.option,
    skip,
  }),
  'connection-volume': place({ disk: section('disk', 'peer-disk') }),
  mesh: place({ hosts: statements.hosts, net: section('net', 'net') }),
  path: place({ host: sections.endpoint, ...via }),
};
