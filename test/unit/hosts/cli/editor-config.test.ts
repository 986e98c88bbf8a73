import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { EditorConfigs, parseSections, styleFrom } from '../../../../server/src/hosts/cli/editor-config';

/** Whether a section of this name counts for a file. */
const fits = (glob: string, path: string): boolean =>
  parseSections(`[${glob}]\na=b`).sections.every(({ matches }) => matches(path));

suite('.editorconfig', () => {
  const names: [glob: string, yes: string[], no: string[]][] = [
    ['*', ['a', 'x/a.crm'], []],
    ['*.crm', ['a.crm', 'x/y/a.crm'], ['a.res', 'a.crm/b']],
    ['x/*.crm', ['x/a.crm'], ['y/x/a.crm', 'x/y/a.crm']],
    ['/a.crm', ['a.crm'], ['x/a.crm']],
    ['x/**.crm', ['x/a.crm', 'x/y/a.crm'], ['a.crm']],
    ['x/**/a.crm', ['x/a.crm', 'x/y/z/a.crm'], ['xa.crm']],
    ['?.crm', ['a.crm'], ['ab.crm', '.crm']],
    ['[ab].crm', ['a.crm', 'b.crm'], ['c.crm']],
    ['[!ab].crm', ['c.crm'], ['a.crm']],
    ['*.{crm,pcmk}', ['a.crm', 'a.pcmk'], ['a.res']],
    ['{a,{b,c}}.crm', ['a.crm', 'b.crm', 'c.crm'], ['d.crm']],
    ['n{1..3}.res', ['n1.res', 'n3.res'], ['n4.res', 'n.res', 'n12.res']],
    ['{single}.crm', ['{single}.crm'], ['single.crm']],
    ['a\\*.crm', ['a*.crm'], ['ab.crm']],
    ['a.crm', ['a.crm'], ['aXcrm']],
    ['{a', ['{a'], ['a']],
  ];
  for (const [glob, yes, no] of names)
    test(`[${glob}]`, () => {
      for (const path of yes) assert.ok(fits(glob, path), path);
      for (const path of no) assert.ok(!fits(glob, path), path);
    });

  test('comments, case, and what cannot be read', () => {
    const { root, sections } = parseSections('\ufeff# c\nROOT = True\n; c\n[*]\r\nIndent_Style = TAB\nnonsense\n');
    assert.deepEqual(
      [root, sections[0]?.pairs],
      [
        true,
        [
          ['indent_style', 'tab'],
          ['', ''],
        ],
      ],
    );
  });

  const style = (pairs: Record<string, string>, usual = '\t') => styleFrom(new Map(Object.entries(pairs)), usual);
  test('as a style', () => {
    assert.deepEqual(style({}), { indent: '\t' });
    assert.deepEqual(style({}, '  '), { indent: '  ' });
    assert.deepEqual(style({ indent_style: 'space', indent_size: '3' }), { indent: '   ' });
    assert.deepEqual(style({ indent_style: 'space', indent_size: 'tab', tab_width: '8' }), { indent: ' '.repeat(8) });
    assert.deepEqual(style({ indent_size: '4' }, '  '), { indent: '    ' });
    assert.deepEqual(style({ indent_style: 'tab', indent_size: '4' }, '  '), { indent: '\t' });
    assert.deepEqual(
      style({
        end_of_line: 'crlf',
        trim_trailing_whitespace: 'false',
        insert_final_newline: 'true',
        indent_style: 'unset',
      }),
      { indent: '\t', endOfLine: '\r\n', trimTrailingWhitespace: false, insertFinalNewline: true },
    );
  });

  test('files above count too, nearer ones more, none above a root', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'editor-config-'));
    const write = (path: string, text: string): void => {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    };
    write('.editorconfig', 'root = true\n[*]\nindent_size = 2\nend_of_line = lf\n[*.crm]\nindent_size = 3\n');
    write('x/.editorconfig', '[y/*.crm]\nindent_size = 4\n');
    write('z/.editorconfig', 'root = true\n');
    const configs = new EditorConfigs();
    const size = async (path: string) => (await configs.for(join(folder, path))).get('indent_size');
    assert.deepEqual(
      [await size('a.res'), await size('a.crm'), await size('x/y/a.crm'), await size('x/a.crm'), await size('z/a.crm')],
      ['2', '3', '4', '3', undefined],
    );
    assert.equal((await configs.for(join(folder, 'x/y/a.crm'))).get('end_of_line'), 'lf');
    rmSync(folder, { recursive: true });
  });
});
