import type { Span } from '../../../../base/span';

/** Something that an 8.x drbdadm refuses: the rule that says so, and the rule's message. */
export interface OldError {
  readonly rule: string;
  readonly message: string;
  readonly span: Span;
  readonly args?: Readonly<Record<string, string | number>>;
  /** The first of two that exclude each other. */
  readonly first?: Span;
}

/** Where the parser gives up: at a word that it cannot read. */
export interface Stop {
  readonly span: Span;
  /** What it would have read. */
  readonly expected: string;
  /** The word it got: a name without quotes that is one of the language, a number or an address. */
  readonly got: 'keyword' | 'number' | 'other';
  /** A name was wanted. */
  readonly name: boolean;
}

/** A thing that only one may have: on a host (`space` with the host in its key), or everywhere. */
export interface Use {
  readonly space: 'minor' | 'device' | 'disk' | 'meta-disk' | 'address';
  readonly key: string;
  readonly span: Span;
  /** The host, where it is a host's. */
  readonly host: string;
  /** What is used, as people write it. */
  readonly what: string;
}

export interface OldVolume {
  readonly number: number;
  readonly implicit: boolean;
  /** Where it is written. */
  readonly span: Span;
  device?: string;
  minor?: number;
  disk?: string;
  metaDisk?: string;
  metaIndex?: string;
}

export interface OldHost {
  readonly kind: 'on' | 'floating' | 'stacked' | 'internal';
  /** Names, or the address as a name of a floating section. */
  readonly names: readonly string[];
  readonly span: Span;
  readonly volumes: OldVolume[];
  /** The resource below, of a stacked section. */
  readonly lower?: string;
  address?: string;
  proxy?: boolean;
}

/** What a resource or common section says to the checks that come when all is read. */
export interface OldResource {
  readonly kind: 'resource' | 'common';
  readonly name: string;
  readonly span: Span;
  readonly hosts: OldHost[];
  readonly volumes: OldVolume[];
  protocol: boolean;
  twoPrimaries: boolean;
  readonly becomePrimaryOn: { readonly name: string; readonly span: Span }[];
}

/** A unit as a parser of 8.x reads it. */
export interface OldReading {
  readonly errors: readonly OldError[];
  readonly stop?: Stop;
  readonly uses: readonly Use[];
  readonly resources: readonly OldResource[];
}
