import { stat, writeFile } from 'node:fs/promises';
import { type Decoded, edited } from './encoding';
import { Problem, reasonOf } from './problem';
import { readBytes } from './read-file';
import type { Session } from './session';

/** Repairs can make further ones possible; after this many rounds it is enough. */
const mostRounds = 50;

/**
 * A file with all safe repairs. `kept`: some were left out, since what they write cannot be said in the file's encoding.
 */
export async function repaired(
  session: Session,
  path: string,
  language: string,
  file: Decoded,
  rules: Readonly<Record<string, string>>,
): Promise<{ file: Decoded; kept: boolean }> {
  let now = file;
  for (let round = 0; round < mostRounds; round++) {
    const { service, uri } = await session.open(path, language, now.text);
    service.lint(uri);
    const codes = new Set(service.diagnostics(uri, 'en', rules, Number.POSITIVE_INFINITY).map(({ code }) => code));
    let next: Decoded | undefined = now;
    let kept = false;
    for (const code of codes) {
      // One kind after the other: repairs of different kinds may be about the same words.
      const edits = service.safeEdits(uri, code);
      if (edits.length === 0) continue;
      next = edited(now, edits);
      if (next && next.text !== now.text) break;
      kept ||= next === undefined;
      next = now;
    }
    if (!next || next.text === now.text) return { file: now, kept };
    now = next;
  }
  return { file: now, kept: false };
}

/** Writes a repaired file, unless somebody else has changed it in the meantime. */
export async function writeBack(path: string, shown: string, before: Decoded, after: Decoded): Promise<void> {
  if (!(await stat(path)).isFile())
    throw new Problem({
      en: `${shown}: only an ordinary file can be changed`,
      ja: `${shown}: 通常のファイルではないため変更できません`,
    });
  const now = await readBytes(path, shown);
  if (Buffer.compare(now, before.bytes) !== 0)
    throw new Problem({
      en: `${shown}: it has changed in the meantime, and is left as it is`,
      ja: `${shown}: 処理中に変更されたため、書き込みませんでした`,
    });
  try {
    await writeFile(path, after.bytes);
  } catch (error) {
    const reason = reasonOf(error);
    throw new Problem({ en: `${shown}: ${reason.en}`, ja: `${shown}: ${reason.ja}` });
  }
}
