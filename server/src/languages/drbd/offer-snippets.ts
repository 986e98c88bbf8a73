import type { Offer } from '../../core/features/slot';
import type { Generation } from './generation';
import type { Place } from './parser/slot-notes';
import { words } from './word-generations';

/** Numbers that are free where the cursor is. */
export interface FreeNumbers {
  readonly minor: number;
  readonly volume: number;
  readonly port: number;
  readonly nodeId: number;
}

/** What snippets name. */
export interface SnippetNames {
  /** The resource itself has the volumes. */
  readonly shared: boolean;
  /** The resource's hosts. */
  readonly hosts: readonly string[];
  /** The volumes that hosts write as sections; none where they write bare statements. */
  readonly volumes: readonly number[];
  /** A name for a new resource. */
  readonly resource: string;
}

/** Whole sections to fill in, for a place. */
export function sectionSnippets(
  place: Place,
  except: ReadonlySet<string>,
  free: FreeNumbers,
  generation: Generation,
  names: SnippetNames,
): Offer[] {
  const known = (word: string) => words[word]?.includes(generation) ?? true;
  const inner = { ...free, ...names, ids: known('node-id'), protocol: generation === '8.3' };
  return (snippets(inner)[place] ?? [])
    .filter(([word]) => !except.has(word) && known(word))
    .map(([, label, body, en, ja]) => ({ kind: 'snippet', label, body, text: { en, ja } }));
}

type Row = readonly [word: string, label: string, body: string, en: string, ja: string];

interface Numbers extends FreeNumbers, SnippetNames {
  /** Hosts have a node-id. */
  readonly ids: boolean;
  /** A resource has to name its protocol. */
  readonly protocol: boolean;
}

const disks = (minor: number, stop: number): string =>
  `device /dev/drbd${minor};\n\tdisk \${${stop}:/dev/vg0/data${minor}};\n\tmeta-disk internal;`;

const host = (place: number, ip: number, { port, ids }: Numbers): string =>
  `\ton \${${place}:host${ip}} {\n\t\taddress \${${place + 1}:10.0.0.${ip}}:${port};\n${ids ? `\t\tnode-id ${ip - 1};\n` : ''}\t}\n`;

function onSnippet({ minor, port, nodeId, ids, shared, volumes, hosts }: Numbers): Row {
  const section = (volume: number, i: number) =>
    `\tvolume ${volume} {\n\t${disks(minor + i, 3 + i).replaceAll('\n', '\n\t')}\n\t}\n`.replace('{\n\t', '{\n\t\t');
  const inner = shared ? '' : volumes.length > 0 ? volumes.map(section).join('') : `\t${disks(minor, 3)}\n`;
  const id = ids ? `\tnode-id ${nodeId};\n` : '';
  return [
    'on',
    'on …',
    `on \${1:host${hosts.length + 1}} {\n${inner}\taddress \${2:10.0.0.${nodeId + 1}}:${port};\n${id}}`,
    'A host with its address.',
    'アドレスを持つホスト。',
  ];
}

function snippets(numbers: Numbers): Partial<Record<Place, readonly Row[]>> {
  const { minor, volume, port, protocol, hosts, resource } = numbers;
  const [one = 'alpha', other = 'beta'] = hosts;
  const volumes: Row = [
    'volume',
    'volume …',
    `volume ${volume} {\n\t${disks(minor, 1)}\n}`,
    'A volume with its device, disk and meta data.',
    'デバイス、ディスク、メタデータを持つボリューム。',
  ];
  const hostAt = (place: number, name: string, ip: number) =>
    `\thost \${${place}:${name}} address \${${place + 1}:10.0.0.${ip}}:${port};\n`;
  return {
    top: [
      [
        'resource',
        'resource …',
        `resource \${1:${resource}} {\n${protocol ? '\tprotocol C;\n' : ''}\t${disks(minor, 2)}\n${host(3, 1, numbers)}${host(5, 2, numbers)}}`,
        'A resource on two hosts, with a free minor and port.',
        '2 ホスト構成のリソース（空いているマイナー番号とポートを使用）。',
      ],
    ],
    resource: [
      onSnippet(numbers),
      volumes,
      [
        'connection-mesh',
        'connection-mesh …',
        `connection-mesh {\n\thosts \${1:${hosts.length > 1 ? hosts.join(' ') : 'alpha beta gamma'}};\n}`,
        'Connects each of these hosts with each.',
        '列挙したホストを相互に接続する。',
      ],
      [
        'connection',
        'connection …',
        `connection {\n\thost \${1:${one}};\n\thost \${2:${other}};\n}`,
        'Connects two hosts.',
        '2 つのホストを接続する。',
      ],
    ],
    host: [volumes],
    connection: [
      [
        'path',
        'path …',
        `path {\n${hostAt(1, one, 1)}${hostAt(3, other, 2)}}`,
        'One of several ways between two hosts.',
        '2 ホスト間の経路の 1 つ。',
      ],
    ],
  };
}
