import { code, escapeMarkdown, paragraphs } from '../../../base/markdown';
import { listed, type NoteContext, placeLink, sectionRound } from './context';

/** The volume that a word stands in: its section's number, or the one that bare statements make. */
const volumeOf = (context: NoteContext): string =>
  escapeMarkdown(sectionRound(context, 'volume')?.args[0]?.text ?? '0');

/** `volume 0 of r0 on alice`. */
function whose(context: NoteContext): string {
  const { t, path } = context;
  const resource = path[0]?.kind === 'resource' ? path[0].args[0]?.text : undefined;
  const host = sectionRound(context, 'on')
    ?.args.map(({ text }) => code(text))
    .join(', ');
  const volume = volumeOf(context);
  const of = resource === undefined ? '' : t(` of ${code(resource)}`, `${code(resource)} の`);
  return t(
    `volume ${volume}${of}${host ? ` on ${host}` : ''}`,
    `${host ? `${host} 上の ` : ''}${of}ボリューム ${volume}`,
  );
}

/** The end of the link that udev makes: only a written `volume` section has its number there (drbdadm 9.22, sh-udev). */
const inVolume = (context: NoteContext): string =>
  context.path.some(({ kind }) => kind === 'volume') ? `/${volumeOf(context)}` : '';

/** A device by its path or its minor number: which volume, which minor, under which names it is found. */
export function deviceNote(context: NoteContext, minor: number | undefined): string {
  const { text, t, path } = context;
  const device =
    context.slot.kind === 'minor' && minor !== undefined
      ? `/dev/drbd${minor}`
      : text.startsWith('/')
        ? text
        : `/dev/${text}`;
  const resource = path[0]?.kind === 'resource' ? path[0].args[0]?.text : undefined;
  const byName = resource === undefined ? undefined : `/dev/drbd/by-res/${resource}${inVolume(context)}`;
  return paragraphs(
    t(`${code(device)} — the device of ${whose(context)}`, `${code(device)} — ${whose(context)} のデバイス`),
    minor !== undefined && t(`Minor number ${minor}.`, `マイナー番号 ${minor}。`),
    byName && t(`Also found as ${code(byName)}.`, `${code(byName)} でも参照できる。`),
    mountedBy(context, [device, ...(byName === undefined ? [] : [byName])]),
  );
}

/** Resources of the cluster that name the device. */
function mountedBy(context: NoteContext, names: readonly string[]): string | undefined {
  const uses = names.flatMap((name) =>
    context.around.lookup('drbd.device-use', name).flatMap((found) => {
      const id = found.unit.model.entries.find(
        ({ namespace, role }) => namespace === 'crm.resource' && role === 'declaration',
      )?.name;
      return id === undefined ? [] : [placeLink(context, id, found)];
    }),
  );
  return uses.length > 0
    ? context.t(`Used by ${listed(context, uses)}.`, `使用元: ${listed(context, uses)}`)
    : undefined;
}

/** The disk below a volume. */
export function diskNote(context: NoteContext): string {
  const { text, t } = context;
  if (text === 'none')
    return t(
      `No disk: ${whose(context)} is diskless, it reads from and writes to the peers.`,
      `ディスクなし: ${whose(context)} はディスクレスで、対向ノードに対して読み書きする。`,
    );
  return t(
    `${code(text)} — the backing device of ${whose(context)}. Once DRBD runs on it, only DRBD may write to it.`,
    `${code(text)} — ${whose(context)} の下位デバイス。DRBD の使用中は DRBD 以外から書き込まない。`,
  );
}

/** Where a volume's meta data are. */
export function metaDiskNote(context: NoteContext): string {
  const { text, t } = context;
  if (text === 'internal')
    return t(
      `${code('internal')} — the meta data of ${whose(context)} are at the end of its backing device`,
      `${code('internal')} — ${whose(context)} のメタデータを、下位デバイスの末尾に置く（内部メタデータ）`,
    );
  return t(
    `${code(text)} — a device of its own for the meta data of ${whose(context)} (external)`,
    `${code(text)} — ${whose(context)} のメタデータ専用のデバイス（外部メタデータ）`,
  );
}

/** A place among the meta data that share a device. */
export const metaIndexNote = ({ text, t }: NoteContext): string =>
  t(
    `Number ${escapeMarkdown(text)} of the meta data on this device, each 128 MiB; several resources can share it.`,
    `このデバイス上の ${escapeMarkdown(text)} 番目のメタデータ領域（1 つ 128 MiB）。複数のリソースで共有できる。`,
  );

/** A volume by its number. */
export function volumeNote(context: NoteContext): string {
  const { text, t, path } = context;
  const resource = path[0]?.kind === 'resource' ? path[0].args[0]?.text : undefined;
  return t(
    `Volume ${escapeMarkdown(text)}${resource === undefined ? '' : ` of ${code(resource)}`}. The same number means the same data on all hosts.`,
    `${resource === undefined ? '' : `${code(resource)} の`}ボリューム ${escapeMarkdown(text)}。同じ番号は、どのホストでも同じデータを指す。`,
  );
}
