import type { ActionPlace, LanguageAction, Surroundings } from '../../../core/language';
import { type Item, members } from '../ast';
import { Layout, type Moved } from '../convert/layout';
import { targetOf } from '../generation';
import type { DrbdModel } from '../model';
import { deviceOf, type ResourceView } from '../model/resource';

type Edits = readonly { readonly span: { readonly start: number; readonly end: number }; readonly newText: string }[];

/** What the new volume is called. */
interface New {
  readonly number: number;
  readonly minor: number;
}

/**
 * One more volume with the next number and a free minor: wherever the others stand, in the resource and in its hosts.
 * Statements without a volume section become those of volume 0, since they cannot stand beside one.
 */
export function addVolume(
  { selected, offset }: ActionPlace<DrbdModel>,
  around: Surroundings,
): LanguageAction | undefined {
  const [unit] = selected;
  const resource = unit?.model.resources.find(({ item }) => offset <= item.span.end);
  if (!unit || !resource || selected.length !== 1 || resource.incomplete || !takesVolumes(resource, around))
    return undefined;
  const layout = new Layout(unit.text, unit.model.parsed.tokens);
  const volumes = [...resource.volumes, ...resource.hosts.flatMap((host) => host.volumes)];
  if (volumes.length === 0) return undefined;
  const made: New = {
    number: Math.max(...volumes.map(({ number }) => number)) + 1,
    minor: freeMinor(
      volumes.flatMap(({ device }) => deviceOf(device).minor ?? []),
      around,
    ),
  };
  const levels = [resource.item, ...resource.hosts.map(({ item }) => item)];
  return {
    title: {
      en: `Add volume ${made.number} (minor ${made.minor})`,
      ja: `ボリューム ${made.number}（マイナー番号 ${made.minor}）を追加`,
    },
    kind: 'refactor.rewrite',
    edits: levels.flatMap((level) => inLevel(level, made, layout)).map((edit) => ({ ...edit, unit })),
  };
}

/** 8.3 has one volume a resource; a stacked one has the volumes of the one below. */
const takesVolumes = ({ hosts }: ResourceView, around: Surroundings): boolean =>
  hosts.every(({ kind }) => kind === 'on' || kind === 'floating') &&
  !(around.own && targetOf(around.own).generation === '8.3');

/** A minor above those of the resource that no host of any known file has. */
function freeMinor(own: readonly number[], around: Surroundings): number {
  const taken = new Set(
    [...around.declared('drbd.minor')].map(({ name }) => Number(name.slice(name.lastIndexOf(':') + 1))),
  );
  let minor = Math.max(-1, ...own) + 1;
  while (taken.has(minor)) minor++;
  return minor;
}

function inLevel(level: Item, made: New, layout: Layout): Edits {
  const bare = members(level, 'device', 'disk-path', 'meta-disk');
  const last = members(level, 'volume').at(-1);
  const indent = layout.indentAt((last ?? bare[0] ?? level).span.start);
  if (last) {
    const isFramed = layout.slice(last.span).includes('\n');
    const section = volumeText(made.number, statementsLike(last.body ?? [], made), last, level, isFramed, layout);
    const at = last.span.end;
    const wrapped = bare.length > 0 ? inVolume(bare, level, layout).edits : [];
    return [...wrapped, { span: { start: at, end: at }, newText: layout.eol + indent + section }];
  }
  const [first] = bare;
  if (!first) return [];
  const { edits, text, at } = inVolume(bare, level, layout);
  const isFramed = text.includes('\n');
  const section = volumeText(made.number, statementsLike(bare, made), first, level, isFramed, layout);
  const gap = layout.isAlone(first.span) ? layout.eol + indent : ' ';
  return edits.map((edit) =>
    edit.span.start === at ? { ...edit, newText: edit.newText.replace(text, () => `${text}${gap}${section}`) } : edit,
  );
}

/** Statements in a section of volume 0, where the first of them stands; the others are taken from their places. */
function inVolume(bare: readonly Item[], level: Item, layout: Layout): { edits: Edits; text: string; at: number } {
  const chunks = bare.map((item) => layout.chunkOf(item));
  const [first] = bare;
  const [own] = chunks;
  if (!first || !own) return { edits: [], text: '', at: -1 };
  const moved: Moved[] = chunks.map(({ text, lead, trail }) => ({ text, lead, ...(trail !== undefined && { trail }) }));
  const isAlone = layout.isAlone(first.span);
  const text = volumeText(0, moved, first, level, isAlone, layout);
  const newText = isAlone
    ? `${layout.indentAt(first.span.start)}${text}${layout.eol}`
    : layout.text.slice(own.span.start, first.span.start) + text + layout.text.slice(first.span.end, own.span.end);
  // On one line a blank belongs to the statement in front of it.
  let end = own.span.end;
  const gone = chunks.slice(1).map(({ span }) => {
    const rest = { start: Math.max(span.start, end), end: span.end };
    end = span.end;
    return { span: rest, newText: '' };
  });
  return { edits: [{ span: own.span, newText }, ...gone], text, at: own.span.start };
}

/** A volume as text, indented as what it stands beside. */
function volumeText(
  number: number,
  statements: readonly Moved[],
  beside: Item,
  level: Item,
  isFramed: boolean,
  layout: Layout,
): string {
  if (!isFramed) return `volume ${number} { ${statements.map(({ text }) => text).join(' ')} }`;
  const [outer, indent] = [level, beside].map(({ span }) => layout.indentAt(span.start));
  const step = indent?.startsWith(outer ?? '') ? indent.slice(outer?.length) : '';
  const inner = `${indent ?? ''}${step === '' ? '  ' : step}`;
  return `volume ${number} {${layout.eol}${layout.lines(statements, inner)}${indent ?? ''}}`;
}

/** The same statements for another volume. */
function statementsLike(items: readonly Item[], made: New): Moved[] {
  return items.flatMap((item) => {
    const text =
      item.kind === 'device'
        ? deviceText(item, made.minor)
        : item.kind === 'disk-path'
          ? diskText(item, made.number)
          : item.kind === 'meta-disk'
            ? metaText(item)
            : undefined;
    return text === undefined ? [] : [{ text: `${text};`, lead: [] }];
  });
}

function deviceText(item: Item, minor: number): string {
  const { path, minorWord } = deviceOf(item);
  const isUsual = path !== undefined && /^(?:\/dev\/)?drbd\d+$/.test(path.text);
  if (!isUsual) return `device minor ${minor}`;
  return `device ${path.text.replace(/\d+$/, String(minor))}${minorWord ? ` minor ${minor}` : ''}`;
}

/** A logical volume beside the one that is there; of other disks nobody knows the next one, and it may be in use. */
function diskText({ args: [disk] }: Item, number: number): string {
  if (disk?.text === 'none') return 'disk none';
  const [, before, digits = ''] =
    /^(\/dev\/(?!disk|mapper|drbd|md|block)[\w.-]+\/[\w.-]*?)(\d*)$/.exec(disk?.text ?? '') ?? [];
  if (before === undefined) return `disk /dev/CHANGE-ME-${number}`;
  return `disk ${before}${digits === '' ? number : Number(digits) + 1}`;
}

/** External meta data are indexed, or a device of their own that only one volume can have. */
function metaText({ args: [place, index] }: Item): string {
  if (place?.text === 'internal' || !place || !index) return 'meta-disk internal';
  return `meta-disk ${place.text}[${Number(index.text) + 1}]`;
}
