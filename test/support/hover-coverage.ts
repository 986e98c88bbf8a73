import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CrmModel } from '../../server/src/languages/crm/model';
import { isTrivia } from '../../server/src/languages/drbd/lexer';
import type { DrbdModel } from '../../server/src/languages/drbd/model';
import { newService } from './service';

/** A piece of a file that carries meaning, and whether pointing at it says something. */
export interface Coverage {
  readonly tokens: number;
  /** `what: word` of those without a hover, exempt ones left out. */
  readonly silent: readonly string[];
  /** How many are silent on purpose, by reason. */
  readonly exempt: ReadonlyMap<string, number>;
}

/** Words that need no hover, with the reason. */
const exemptions: readonly { readonly what: RegExp; readonly why: string }[] = [
  { what: /^unread$/, why: 'the parser could not read it; the finding there says what is wrong' },
  { what: /^skipped$/, why: 'switched off with skip, or a comment in another language' },
];

interface Piece {
  readonly at: number;
  readonly text: string;
  readonly what: string;
}

/** Walks all words of the files, in both languages, and asks for the hover of each. */
export function hoverCoverage(
  files: readonly { readonly uri: string; readonly language: string; readonly text: string }[],
): Coverage {
  const service = newService();
  for (const { uri, language, text } of files) service.workspace.open(uri, language, text);
  const silent: string[] = [];
  const exempt = new Map<string, number>();
  let tokens = 0;
  for (const { uri, language } of files) {
    for (const { at, text, what } of piecesOf(service, uri, language)) {
      tokens++;
      const en = service.hover(uri, at, 'en')?.markdown;
      const ja = service.hover(uri, at, 'ja')?.markdown;
      const reason = exemptions.find((exemption) => exemption.what.test(what))?.why;
      if (en !== undefined && ja !== undefined) continue;
      if (reason !== undefined) exempt.set(reason, (exempt.get(reason) ?? 0) + 1);
      else silent.push(`${what}: ${text} (${uri.split('/').at(-1)})`);
    }
  }
  return { tokens, silent, exempt };
}

function piecesOf(service: ReturnType<typeof newService>, uri: string, language: string): Piece[] {
  const file = service.workspace.file(uri);
  if (!file) return [];
  return file.units.flatMap((unit) => {
    const start = file.startOf(unit);
    const pieces =
      language === 'crm'
        ? crmPieces(unit.text, unit.model as unknown as CrmModel)
        : drbdPieces(unit.text, unit.model as unknown as DrbdModel);
    return pieces.map((piece) => ({ ...piece, at: piece.at + start }));
  });
}

/** Words of crm, parted at `=`, `:` and `,`, without quotes. */
function crmPieces(text: string, { parsed }: CrmModel): Piece[] {
  return parsed.words.flatMap((word) =>
    [...text.slice(word.start, word.end).matchAll(/[^=:,"'\\\s]+/g)].map((match) => {
      const at = word.start + match.index + Math.floor(match[0].length / 2);
      const slot = parsed.slots
        .filter(({ span }) => span.start <= at && at < span.end)
        .sort((a, b) => b.span.start - a.span.start)[0]?.slot;
      const what = !slot ? 'unread' : slot.kind === 'text' ? `text:${slot.what}` : slot.kind;
      return { at, text: match[0], what };
    }),
  );
}

/** Words of DRBD. Braces, semicolons, comments and blanks are no words. */
function drbdPieces(text: string, { parsed }: DrbdModel): Piece[] {
  return parsed.tokens
    .filter((token) => !isTrivia(token) && !/^[{};:[\]]$/.test(token.kind))
    .map((token) => {
      const note = parsed.notes.find(({ span }) => span.start === token.start);
      const at = Math.floor((token.start + token.end) / 2);
      return { at, text: text.slice(token.start, token.end), what: note?.slot.kind ?? 'unread' };
    });
}

/** Files of a folder and those below it that belong to a language, as if they stood in one workspace. */
export function filesBelow(folder: string): { uri: string; language: string; text: string }[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap(({ name, parentPath }) => {
      const path = join(parentPath, name);
      const language = /\.crm$/.test(name)
        ? 'crm'
        : /\.res$/.test(name) || (/\.conf$/.test(name) && /drbd/.test(path))
          ? 'drbd'
          : undefined;
      return language ? [{ uri: `file://${path}`, language, text: readFileSync(path, 'utf8') }] : [];
    });
}
