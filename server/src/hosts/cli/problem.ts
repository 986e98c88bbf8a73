import type { Text } from '../../base/text';

/** What keeps us from doing what was asked for: wrong arguments, a file that cannot be read. Ends in exit code 2. */
export class Problem extends Error {
  constructor(readonly text: Text) {
    super(text.en);
  }
}

/** What the system says of a file operation that failed, in a few words. */
export function reasonOf(error: unknown): Text {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return reasons[code] ?? { en: code || 'it cannot be read', ja: code || '読み込めません' };
}

const reasons: Readonly<Record<string, Text>> = {
  ENOENT: { en: 'there is no such file', ja: 'ファイルがありません' },
  ENOTDIR: { en: 'there is no such file', ja: 'ファイルがありません' },
  EACCES: { en: 'no permission', ja: '権限がありません' },
  EPERM: { en: 'no permission', ja: '権限がありません' },
  EROFS: { en: 'the file system is read-only', ja: '読み取り専用のファイルシステムです' },
  ENOSPC: { en: 'no space is left', ja: '空き容量がありません' },
  EISDIR: { en: 'it is a folder', ja: 'フォルダーです' },
  ELOOP: { en: 'its links go round in a circle', ja: 'リンクが循環しています' },
  ENAMETOOLONG: { en: 'the name is too long', ja: '名前が長すぎます' },
};
