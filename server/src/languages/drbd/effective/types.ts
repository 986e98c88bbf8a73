import type { Span } from '../../../base/span';
import type { Item } from '../ast';

/** A top-level statement or section with the place of its unit. A configuration is a list of these in reading order. */
export interface PlacedItem {
  readonly item: Item;
  readonly uri: string;
  /** Where the unit starts in its file; the item's spans count from there. */
  readonly start: number;
}

/** Where in a configuration an option was set, from the widest scope to the narrowest. */
export type Level =
  | 'default'
  | 'common'
  | 'template'
  | 'resource'
  | 'mesh'
  | 'connection'
  | 'volume'
  | 'host-volume'
  | 'connection-volume'
  | 'host'
  | 'global';

export interface Origin {
  readonly level: Level;
  readonly uri: string;
  /** The option's statement, in offsets of its file. Empty for a default. */
  readonly span: Span;
}

/** An option as it takes effect. */
export interface Effective {
  readonly name: string;
  /** In a form that equal values share: numbers in the option's own unit, `yes` or `no`. */
  readonly value: string;
  /** As it is written. */
  readonly written: string;
  readonly origin: Origin;
}

export type Options = ReadonlyMap<string, Effective>;

/** Two values of one option meet where drbdadm 9 wants them to agree. */
export interface OptionClash {
  readonly name: string;
  readonly first: Effective;
  readonly other: Effective;
}

export interface EffectiveAddress {
  readonly family: string;
  readonly ip: string;
  readonly port: string;
}

export interface MetaDisk {
  /** `internal` or a device. */
  readonly path: string;
  /** `internal`, `flexible` or a number. */
  readonly index: string;
}

/** A volume on a host, with all options of its disk. */
export interface EffectiveVolume {
  readonly number: number;
  /** Made by bare statements, not by a `volume` section. */
  readonly implicit: boolean;
  readonly device?: string;
  readonly minor?: number;
  /** Absent: a host without a disk of its own. */
  readonly disk?: string;
  readonly metaDisk?: MetaDisk;
  /** Options of the local disk. */
  readonly options: Options;
  /** Options towards peers that stand at the disk. Connections inherit them. */
  readonly peerOptions: Options;
}

export interface EffectiveProxy {
  readonly hosts: readonly string[];
  readonly inside?: EffectiveAddress;
  readonly outside?: EffectiveAddress;
  readonly options: Options;
  readonly plugins: readonly string[];
}

export interface EffectiveHost {
  readonly kind: 'on' | 'floating' | 'stacked' | 'this-host';
  /** Names of `on`; those of the lower resource's hosts if it is stacked. */
  readonly names: readonly string[];
  /** The resource below. */
  readonly lower?: string;
  readonly address?: EffectiveAddress;
  readonly nodeId?: number;
  /** The number is not written but worked out from the addresses. */
  readonly nodeIdDerived: boolean;
  readonly volumes: readonly EffectiveVolume[];
  /** `options` in the host's section. drbdadm reads them and uses them nowhere. */
  readonly ownOptions: Options;
  readonly proxy?: EffectiveProxy;
  readonly origin: Origin;
}

export interface EffectiveEnd {
  readonly host: EffectiveHost;
  /** The name that the connection calls it by. */
  readonly name: string;
  readonly address?: EffectiveAddress;
  readonly proxy?: EffectiveProxy;
}

export interface EffectiveConnection {
  readonly made: 'explicit' | 'mesh' | 'implicit';
  readonly paths: readonly (readonly EffectiveEnd[])[];
  readonly net: Options;
  /** Options towards the peer, by volume. */
  readonly volumes: ReadonlyMap<number, Options>;
  readonly origin: Origin;
}

export interface EffectiveResource {
  readonly name: string;
  readonly hosts: readonly EffectiveHost[];
  readonly connections: readonly EffectiveConnection[];
  readonly options: Options;
  readonly net: Options;
  readonly disk: Options;
  readonly peer: Options;
  readonly startup: Options;
  readonly handlers: Options;
  readonly proxy: Options;
  readonly plugins: readonly string[];
  readonly clashes: readonly OptionClash[];
  readonly origin: Origin;
}

/** What a whole include tree means. */
export interface EffectiveConfiguration {
  readonly global: Options;
  readonly resources: readonly EffectiveResource[];
}
