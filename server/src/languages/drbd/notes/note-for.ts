import { code, link } from '../../../base/markdown';
import { type Locale, speak } from '../../../base/text';
import { fileName, linkTo } from '../../../core/features/locate';
import type { SlotNotes } from '../../../core/features/slot';
import type { Place } from '../parser/slot-notes';
import { addressNote, familyNote, nodeIdNote } from './addresses';
import { hostCard, resourceCard } from './cards';
import { listed, type NoteContext } from './context';
import { deviceNote, diskNote, metaDiskNote, metaIndexNote, volumeNote } from './devices';
import { optionNote, sectionNote } from './options';

/** What can be said of a word beyond its facts: how long, how big, which device, what is in effect. */
export function notesFor(asked: Omit<NoteContext, 't' | 'locale'>, isKnown: boolean, locale: Locale): SlotNotes {
  const context = { ...asked, locale, t: speak(locale) };
  const { lead, more } = notes(context, isKnown);
  return { ...(lead && { lead: [lead] }), ...(more && { more: [more] }) };
}

interface Parts {
  readonly lead?: string | undefined;
  readonly more?: string | undefined;
}

function notes(context: NoteContext, isKnown: boolean): Parts {
  const { slot, text } = context;
  if (/\$\{?\w|@\w+@|\{\{|\{%|%\w+%/.test(text)) return { lead: templated(context) };
  switch (slot.kind) {
    case 'statement':
      return statementParts(context, slot.place, isKnown);
    case 'option-value':
      return optionNote(context);
    case 'resource-name':
      return { lead: resourceCard(context, text) };
    case 'host-name':
      return { lead: hostCard(context, text) };
    case 'volume-number':
      return { lead: volumeNote(context) };
    case 'minor':
      return { lead: deviceNote(context, /^\d/.test(text) ? Number.parseInt(text, 10) : undefined) };
    case 'device':
      return { lead: deviceNote(context, minorOf(text)) };
    case 'disk-path':
      return { lead: diskNote(context) };
    case 'meta-disk':
      return { lead: metaDiskNote(context) };
    case 'meta-index':
      return { lead: metaIndexNote(context) };
    case 'node-id':
      return { lead: nodeIdNote(context) };
    case 'address':
    case 'port':
      return { lead: addressNote(context) };
    case 'family':
      return { lead: familyNote(context) };
    case 'file':
      return { lead: fileNote(context) };
    case 'connection-name':
      return {
        lead: `**${code(text)}** — ${context.t('name of this connection', 'この接続の名前')}`,
      };
    case 'word':
      return { lead: isKnown ? undefined : wordNote(context) };
    case 'skipped':
      return {};
  }
}

const templated = ({ t }: NoteContext): string =>
  t(
    'Filled in by a template engine or a shell before DRBD reads it.',
    'DRBD が読む前に、テンプレートエンジンやシェルが値に置き換える。',
  );

function minorOf(name: string): number | undefined {
  const match = /^(?:\/dev\/)?drbd(\d+)$/.exec(name);
  return match ? Number(match[1]) : undefined;
}

function statementParts(context: NoteContext, place: Place, isKnown: boolean): Parts {
  const { text, t, path } = context;
  if (place === 'plugin')
    return { lead: `**${code(text)}** — ${t('a plugin of DRBD Proxy', 'DRBD Proxy のプラグイン')}` };
  const own = context.model.items.find(({ keyword }) => keyword.span.start === context.span.start);
  if (own?.kind === 'resource' && own.args[0]) return { lead: resourceCard(context, own.args[0].text) };
  const host = path.at(-1)?.body?.find((item) => item.kind === 'on' && item.keyword.span.start === context.span.start)
    ?.args[0];
  if (host) return { lead: hostCard(context, host.text) };
  const { more } = optionNote(context);
  if (isKnown) return { lead: sectionNote(context), more };
  return {
    lead: `**${code(text)}** — ${t('no statement or option that DRBD knows here', 'ここで使える文やオプションではない')}`,
    more,
  };
}

/** The files that an include means, as far as they are known. */
function fileNote(context: NoteContext): string {
  const { text, around, t } = context;
  const files = [...(around.filesNamed?.(text) ?? [])].sort();
  const shown = files.map((uri) => link(code(fileName(uri)), linkTo(uri)));
  const head = `**${code(text)}** — ${t('relative to this file', 'このファイルからの相対パス')}`;
  if (text.startsWith('/') && files.length === 0) return `**${code(text)}**`;
  return files.length === 0
    ? t(`${head}\n\nNo file that is known here fits.`, `${head}\n\n一致する既知のファイルはない。`)
    : t(
        `${head}\n\nReads ${listed(context, shown, 12)}.`,
        `${head}\n\n読み込むファイル: ${listed(context, shown, 12)}`,
      );
}

/** Words of the grammar that no fact describes. */
function wordNote({ text, t }: NoteContext): string {
  switch (text) {
    case 'on':
      return t(
        `${code('on')} — the host that the proxy runs on follows`,
        `${code('on')} — 続けてプロキシが動作するホストを書く`,
      );
    case 'address':
      return t(
        `${code('address')} — the address of this end follows`,
        `${code('address')} — 続けてこの端のアドレスを書く`,
      );
    case 'outside-address':
      return t(
        `${code('outside-address')} — the address that peers see follows`,
        `${code('outside-address')} — 続けて外側から見えるアドレスを書く`,
      );
    case 'proxy':
      return t(
        `${code('proxy')} — this way goes through DRBD Proxy`,
        `${code('proxy')} — この経路は DRBD Proxy を通る`,
      );
    default:
      return /^\d/.test(text)
        ? t(
            `${code(text)} — a version of the DRBD kernel module`,
            `${code(text)} — DRBD カーネルモジュールのバージョン`,
          )
        : code(text);
  }
}
