import type { SyntaxMessage } from '../../core/language';
import * as repairs from './repairs';

const error = (en: string, ja: string, fixes?: SyntaxMessage['fixes']): SyntaxMessage => ({
  severity: 'error',
  message: { en, ja },
  ...(fixes && { fixes }),
});

/** What the parser finds; drbdadm refuses all of it, but shows only the first, and often a line late. */
export const syntaxMessages: Readonly<Record<string, SyntaxMessage>> = {
  'missing-semicolon': error('A semicolon is missing here.', 'ここに「;」がありません。', repairs.addSemicolon),
  'too-deep': error(
    'Sections cannot nest this deep; what stands in here is not read.',
    'セクションの入れ子が深すぎるため、この中は読み取れません。',
  ),
  'empty-statement': error(
    'A semicolon without a statement; drbdadm refuses it, also behind a closing brace.',
    '文のない「;」です。drbdadm は閉じ括弧の後でもこれを受け付けません。',
    repairs.remove,
  ),
  'missing-opening-brace': error('An opening brace is missing here.', 'ここに「{」がありません。'),
  'missing-closing-brace': error(
    'The section "{section}" is not closed: a brace is missing.',
    '「{section}」セクションが閉じられていません。「}」が足りません。',
  ),
  'extra-closing-brace': error('A closing brace that closes nothing.', '対応する「{」のない「}」です。'),
  'section-without-word': error(
    'A block in braces without a word that says what it is.',
    'セクション名のない「{」です。',
  ),
  unexpected: error('Nothing more is expected here: {word}', 'ここには何も書けません: {word}', repairs.quoteAll),
  'wrong-comment': error(
    'Comments start with #; // and /* */ are read as words.',
    'コメントは「#」で始めます。「//」や「/* */」はコメントになりません。',
  ),
  'unterminated-string': error(
    'The string has no closing quote on its line; a string cannot go on over a line end.',
    '文字列がこの行で閉じられていません。文字列は改行をまたげません。',
  ),
  'string-too-long': error('A string may have 255 characters at most.', '文字列は 255 文字までです。'),
  'word-too-long': error(
    'A word may have 128 characters at most; put it in quotes.',
    '引用符のない語は 128 文字までです。引用符で囲んでください。',
  ),
  'needs-quotes': error(
    'Outside quotes a word may only have the characters a-z A-Z 0-9 / . _ -; put this in double quotes: {word}',
    '引用符なしで使えるのは a-z A-Z 0-9 / . _ - だけです。二重引用符で囲んでください: {word}',
    repairs.quote,
  ),
  'odd-blank': error(
    'A character that looks like a blank but is none (no-break space, full-width space, byte order mark).',
    '空白に見えますが空白ではない文字です（ノーブレークスペース、全角スペース、BOM など）。',
  ),
  'missing-name': error('A name is missing here ({what}).', 'ここに名前がありません（{what}）。'),
  'missing-number': error('A number is missing here ({what}).', 'ここに数値がありません（{what}）。'),
  'integer-expected': error(
    'A plain number is expected, of eight digits at most and without quotes, not {word}.',
    '8 桁以内の数値（引用符なし）が必要です: {word}',
  ),
  'missing-version': error('A version such as 9.2.0 is missing here.', 'ここに 9.2.0 のようなバージョンがありません。'),
  'version-expected': error(
    'A version of three numbers such as 9.2.0 is expected, not {word}.',
    '9.2.0 のように 3 つの数値からなるバージョンが必要です: {word}',
  ),
  'missing-address': error('An IP address is missing here.', 'ここに IP アドレスがありません。'),
  'address-expected': error(
    'drbdadm wants an IP address here, without quotes, not a name: {word}',
    'ここには IP アドレスが必要です。ホスト名や引用符付きの値は使えません: {word}',
  ),
  'ipv6-family-missing': error(
    'In front of an address in brackets the word ipv6 is missing.',
    '角括弧のアドレスの前に「ipv6」がありません。',
  ),
  'ipv6-brackets': error(
    'An IPv6 address is written ipv6 [ADDRESS]:PORT.',
    'IPv6 アドレスは「ipv6 [アドレス]:ポート」と書きます。',
  ),
  'missing-bracket': error('A closing bracket is missing here.', 'ここに「]」がありません。'),
  'missing-port': error(
    'The port is missing: an address is written ADDRESS:PORT.',
    'ポート番号がありません。アドレスは「アドレス:ポート」と書きます。',
  ),
  'word-expected': error('The word "{word}" is expected here.', 'ここには「{word}」が必要です。'),
  'unclosed-skip': error('The skip block is not closed before the end.', 'skip ブロックが閉じられていません。'),
};
