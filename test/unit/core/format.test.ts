import { deepEqual, equal } from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { applyEdits } from '../../../server/src/base/edits';
import { serviceWith } from '../../support/service';

suite('formatting', () => {
  test('crm: one section a line, one blank between words', () => {
    check('crm', 'primitive  a ocf:heartbeat:Dummy params x=1 meta y="a  b" \\\n op monitor   interval=10s  \n', [
      'primitive a ocf:heartbeat:Dummy \\',
      '\tparams x=1 \\',
      '\tmeta y="a  b" \\',
      '\top monitor interval=10s',
      '',
    ]);
  });
  test('crm: constraints stand on one line', () =>
    check('crm', 'order o \\\n      Mandatory:  a b\n', ['order o Mandatory: a b', '']));
  test('crm: CR LF is kept', () =>
    check('crm', 'primitive a Dummy params x=1\r\n', ['primitive a Dummy \\\r', '\tparams x=1\r', '']));
  for (const text of [
    '#  a   comment\n',
    'primitive a Dummy params x="1\n',
    'primitive a Dum\\\nmy  params x=1\n',
    '#!/bin/sh\ncrm configure   primitive a Dummy params  x=1\n',
    'primitive a Dummy params  x=1 \\\n# lost  \\\nmeta y=1\n',
  ])
    test(`crm: left alone: ${JSON.stringify(text)}`, () => check('crm', text, text.split('\n')));

  test('DRBD: indented by braces, comments with it', () => {
    const before =
      'resource r0 {\n      # why\nnet {  \nprotocol C; # kept\n    }\n  device /dev/drbd0\n  minor 0;\n}\n';
    const after =
      'resource r0 {\n\t# why\n\tnet {\n\t\tprotocol C; # kept\n\t}\n\tdevice /dev/drbd0\n\t\tminor 0;\n}\n';
    check('drbd', before, after.split('\n'));
  });
  test('DRBD: a section that cannot be read is left alone', () =>
    check('drbd', 'resource r0 {\n      net {\n', ['resource r0 {', '      net {', '']));

  test('a range touches nothing else', () => {
    const { service, uri } = serviceWith('crm', 'tag  t a\ntag  u b\n');
    const edits = service.format(uri, { indent: '\t' }, { start: 0, end: 8 });
    deepEqual(edits, [{ span: { start: 3, end: 5 }, newText: ' ' }]);
  });

  test('examples keep all but blanks, and a second time changes nothing', () => {
    let seen = 0;
    for (const path of filesBelow('examples')) {
      const language = /\.(?:crm|pcmk)$/.test(path) ? 'crm' : /\.(?:res|conf)$/.test(path) ? 'drbd' : undefined;
      if (!language) continue;
      const text = readFileSync(path, 'utf8');
      const once = formatted(language, text);
      equal(bare(once), bare(text), path);
      equal(formatted(language, once), once, path);
      seen++;
    }
    equal(seen > 0, true);
  });

  const pieces = {
    crm: [
      'primitive ',
      'a',
      'Dummy',
      ' params',
      ' x=1',
      ' meta',
      ' op monitor',
      '"',
      "'",
      '\\',
      ' \\\n',
      '\n',
      '\r\n',
      '\t',
      '  ',
      '#',
      '\u3000',
      'order o Mandatory: a b',
      '<<EOF',
      '\nEOF\n',
      'configure',
      '\f',
    ],
    drbd: [
      'resource r0 ',
      '{',
      '}',
      ';',
      'net',
      ' protocol C',
      '\n',
      '\r\n',
      '\t',
      '  ',
      '# c',
      '"',
      'on a ',
      '\u3000',
      '//',
      '\\',
      'include x;',
    ],
  };
  for (const [language, parts] of Object.entries(pieces))
    test(`${language}: whatever the text, only blanks change, and a second time nothing`, () =>
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...parts), { maxLength: 30 }), (chosen) => {
          const text = chosen.join('');
          const once = formatted(language, text);
          equal(bare(once), bare(text));
          equal(formatted(language, once), once);
        }),
        { numRuns: 500 },
      ));
});

const bare = (text: string): string => text.replace(/\\*\s*\n|\s/g, '');

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });

function formatted(language: string, text: string): string {
  const { service, uri } = serviceWith(language, text);
  return applyEdits(text, service.format(uri, { indent: '\t' }));
}

function check(language: string, before: string, lines: readonly string[]): void {
  const after = lines.join('\n');
  equal(formatted(language, before), after);
  equal(formatted(language, after), after);
}
