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

/** Whole sections to fill in, for a place. */
export function sectionSnippets(
  place: Place,
  except: ReadonlySet<string>,
  free: FreeNumbers,
  generation: Generation,
): Offer[] {
  const all = snippets(free)[place] ?? [];
  const known = (word: string) => words[word]?.includes(generation) ?? true;
  const suited = (body: string) => (known('node-id') ? body : body.replace(/\n\tnode-id .*/, ''));
  return all
    .filter(([word]) => !except.has(word) && known(word))
    .map(([, label, body, en, ja]) => ({ kind: 'snippet', label, body: suited(body), text: { en, ja } }));
}

type Row = readonly [word: string, label: string, body: string, en: string, ja: string];

const host = (place: number, ip: number, { port }: FreeNumbers): string =>
  `\ton \${${place}:host${ip}} {\n\t\taddress \${${place + 1}:10.0.0.${ip}}:${port};\n\t}\n`;

function snippets(free: FreeNumbers): Partial<Record<Place, readonly Row[]>> {
  const { minor, volume, port, nodeId } = free;
  const disks = `device minor ${minor};\n\tdisk \${1:/dev/vg0/data};\n\tmeta-disk internal;`;
  const volumes: Row = [
    'volume',
    'volume …',
    `volume ${volume} {\n\t${disks}\n}`,
    'A volume with its device, disk and meta data.',
    'デバイス、ディスク、メタデータを持つボリューム。',
  ];
  return {
    top: [
      [
        'resource',
        'resource …',
        `resource \${1:r0} {\n\tdevice /dev/drbd${minor};\n\tdisk \${2:/dev/vg0/data};\n\tmeta-disk internal;\n${host(3, 1, free)}${host(5, 2, free)}}`,
        'A resource on two hosts, with a free minor and port.',
        '2 ホスト構成のリソース（空いているマイナー番号とポートを使用）。',
      ],
    ],
    resource: [
      [
        'on',
        'on …',
        `on \${1:host} {\n\taddress \${2:10.0.0.1}:${port};\n\tnode-id ${nodeId};\n}`,
        'A host with its address and node-id.',
        'アドレスと node-id を持つホスト。',
      ],
      volumes,
      [
        'connection-mesh',
        'connection-mesh …',
        `connection-mesh {\n\thosts \${1:alpha beta gamma};\n}`,
        'Connects each of these hosts with each.',
        '列挙したホストを相互に接続する。',
      ],
      [
        'connection',
        'connection …',
        `connection {\n\thost \${1:alpha};\n\thost \${2:beta};\n}`,
        'Connects two hosts.',
        '2 つのホストを接続する。',
      ],
    ],
    host: [volumes],
    connection: [
      [
        'path',
        'path …',
        `path {\n\thost \${1:alpha} address \${2:10.0.0.1}:${port};\n\thost \${3:beta} address \${4:10.0.0.2}:${port};\n}`,
        'One of several ways between two hosts.',
        '2 ホスト間の経路の 1 つ。',
      ],
    ],
  };
}
