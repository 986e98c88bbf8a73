import { open } from 'node:fs/promises';
import { type Decoded, decode, type Encoding } from './encoding';
import { Problem, reasonOf } from './problem';

/** The longest file, in bytes, that is read: far longer than any configuration. */
const longest = 32_000_000;

/** Reads a file as text; a pipe (`<(crm configure show)`) too. Rejects with a `Problem`. */
export async function readText(path: string, shown: string, wanted?: Encoding): Promise<Decoded> {
  return asText(await readBytes(path, shown), shown, wanted);
}

/** Bytes as text, or a `Problem` that names what they are. */
export function asText(bytes: Uint8Array, shown: string, wanted?: Encoding): Decoded {
  const decoded = decode(bytes, wanted);
  if (decoded) return decoded;
  if (wanted) throw about(shown, { en: `it is not ${wanted}`, ja: `${wanted} ではありません` });
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  throw about(
    shown,
    isWide
      ? { en: 'it is UTF-16, which neither crm nor drbdadm reads', ja: 'UTF-16 です。crm も drbdadm も読めません' }
      : { en: 'it is not a text file', ja: 'テキストファイルではありません' },
  );
}

export async function readBytes(path: string, shown: string): Promise<Uint8Array> {
  try {
    const handle = await open(path);
    try {
      const about = await handle.stat();
      if (about.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
      // A device might never end.
      if (!about.isFile() && !about.isFIFO() && !about.isSocket()) throw notOrdinary(shown);
      if (about.size > longest) throw tooLong(shown);
      return await collect(handle.createReadStream({ autoClose: false }), shown);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw error instanceof Problem ? error : about(shown, reasonOf(error));
  }
}

/** All that a stream gives, up to the longest file. */
export async function collect(stream: AsyncIterable<Uint8Array>, shown: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > longest) throw tooLong(shown);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const about = (shown: string, reason: { en: string; ja: string }): Problem =>
  new Problem({ en: `${shown}: ${reason.en}`, ja: `${shown}: ${reason.ja}` });

const tooLong = (shown: string): Problem => about(shown, { en: 'it is longer than 32 MB', ja: '32 MB を超えています' });

const notOrdinary = (shown: string): Problem =>
  about(shown, { en: 'it is not an ordinary file', ja: '通常のファイルではありません' });
