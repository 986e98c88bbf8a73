import { deepEqual, equal } from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { applyEdits } from '../../../server/src/base/edits';
import type { FormatStyle } from '../../../server/src/core/features/format-style';
import { runs } from '../../support/seed';
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

  const inShape: Readonly<Record<string, [before: string, after: string]>> = {
    node: ['node 1: n attributes a=1 b=2 utilization c=3', 'node 1: n \\\n\tattributes a=1 b=2 \\\n\tutilization c=3'],
    operations: [
      'primitive a Dummy operations $id=o op monitor interval=1 op_params x=1',
      'primitive a Dummy \\\n\toperations $id=o \\\n\top monitor interval=1 \\\n\top_params x=1',
    ],
    location: [
      'location l a rule 1: #uname eq n rule 2: #uname eq m',
      'location l a \\\n\trule 1: #uname eq n \\\n\trule 2: #uname eq m',
    ],
    property: ['property a=1  b=2', 'property \\\n\ta=1 \\\n\tb=2'],
    rsc_defaults: ['rsc_defaults x: a=1 b=2', 'rsc_defaults x: \\\n\ta=1 \\\n\tb=2'],
    fencing: ['fencing_topology n: a b m: c', 'fencing_topology \\\n\tn: a b \\\n\tm: c'],
    'fencing without targets': ['fencing_topology  a b', 'fencing_topology a b'],
    role: ['role r read xpath:/cib write meta:a', 'role r \\\n\tread xpath:/cib \\\n\twrite meta:a'],
    target: ['acl_target u r s', 'acl_target u \\\n\tr \\\n\ts'],
    alert: [
      'alert a /x attributes b=1 select attributes { c d } nodes to to meta e=1',
      'alert a /x \\\n\tattributes b=1 \\\n\tselect attributes { c d } nodes \\\n\tto to meta e=1',
    ],
    bundle: [
      'bundle b docker image=i network port-mapping id=p port=1 primitive a meta x=1',
      'bundle b \\\n\tdocker image=i \\\n\tnetwork port-mapping id=p port=1 \\\n\tprimitive a \\\n\tmeta x=1',
    ],
    group: ['group g a b description="x  y" meta m=1', 'group g a b \\\n\tdescription="x  y" \\\n\tmeta m=1'],
    tag: ['tag t \\\n a \\\n b', 'tag t a b'],
  };
  for (const [name, [before, after]] of Object.entries(inShape))
    test(`crm: the shape of configure show: ${name}`, () => check('crm', `${before}\n`, `${after}\n`.split('\n')));
  test('crm: compact, and with its own lines', () => {
    const text = 'primitive a Dummy \\\n  params  x=1 op start\n';
    const by = (statements: string) => styled('crm', text, { choices: { crm: { statements } } });
    equal(by('compact'), 'primitive a Dummy params x=1 op start\n');
    equal(by('keep'), 'primitive a Dummy \\\n\tparams x=1 op start\n');
  });

  test('DRBD: braces and values as chosen', () => {
    const text =
      'common\n{\n net{\n  protocol C;\n  # on the way\n  sndbuf-size  1M;\n\n  timeout 9;\n }\n disk { a 1; }\n}\n';
    const by = (drbd: Record<string, string>) => styled('drbd', text, { choices: { drbd } });
    equal(
      by({ values: 'align' }),
      'common {\n\tnet {\n\t\tprotocol    C;\n\t\t# on the way\n\t\tsndbuf-size 1M;\n\n\t\ttimeout 9;\n\t}\n\tdisk { a 1; }\n}\n',
    );
    equal(
      by({ braces: 'own-line', values: 'single' }),
      'common\n{\n\tnet\n\t{\n\t\tprotocol C;\n\t\t# on the way\n\t\tsndbuf-size 1M;\n\n\t\ttimeout 9;\n\t}\n\tdisk { a 1; }\n}\n',
    );
    equal(by({ braces: 'keep' }).slice(0, 10), 'common\n{\n\t');
  });

  test('half-written files lose blanks at line ends only', () => {
    equal(
      styled('crm', 'primitive a  \nprimitive b   Dummy  params x="1  \n# c \n', {}),
      'primitive a\nprimitive b   Dummy  params x="1\n# c\n',
    );
    equal(styled('drbd', 'resource r {  \n    net   { \n# c \n\n', {}), 'resource r {\n    net   {\n# c\n\n');
  });
  test('an editor that does not trim keeps the blanks of comments, and of what cannot be read', () => {
    const style = { trimTrailingWhitespace: false };
    equal(styled('crm', '# c \nprimitive a  \ntag  t a \n  \n', style), '# c \nprimitive a  \ntag t a\n  \n');
    equal(
      styled('drbd', 'global {\n# c \n usage-count  no; \n}\n', style),
      'global {\n\t# c \n\tusage-count  no;\n}\n',
    );
  });
  test('the end of the file', () => {
    const end = (text: string, style: Partial<FormatStyle>) => styled('crm', text, style);
    equal(end('tag t a', { insertFinalNewline: true }), 'tag t a\n');
    equal(end('tag t a\r\ntag u a', { insertFinalNewline: true }), 'tag t a\r\ntag u a\r\n');
    equal(end('tag t a \n \n\n', { trimFinalNewlines: true }), 'tag t a\n');
    equal(end('tag  t a\n\n\n', { insertFinalNewline: true }), 'tag t a\n\n\n');
    equal(end('\n\n', { trimFinalNewlines: true, insertFinalNewline: true }), '');
    equal(end('', { insertFinalNewline: true }), '');
    equal(end('tag  t a', { trimFinalNewlines: true }), 'tag t a');
    equal(styled('drbd', 'global { }\n\n\n', { trimFinalNewlines: true }), 'global { }\n');
    equal(styled('drbd', 'global { } # c', { insertFinalNewline: true }), 'global { } # c\n');
  });
  test('line ends as they are asked for', () => {
    equal(styled('crm', 'tag  t a\r\n# c\ntag u a\n', { endOfLine: '\r\n' }), 'tag t a\r\n# c\r\ntag u a\r\n');
    equal(styled('crm', 'tag t \\\r\n a\r\n\r\n', { endOfLine: '\n' }), 'tag t a\n\n');
    const drbd = styled('drbd', 'global {\r\nusage-count no;\r\n}\r\n', { endOfLine: '\n' });
    equal(drbd, 'global {\n\tusage-count no;\n}\n');
  });

  test('a large file that is laid out costs what was touched', () => {
    const statement = 'primitive a Dummy \\\n\tparams x=1 \\\n\tmeta y=2 \\\n\top monitor interval=10s\n';
    const text = statement.repeat(2500);
    const { service, uri } = serviceWith('crm', text);
    equal(service.format(uri, { indent: '\t' }).length, 0);
    let best = Number.POSITIVE_INFINITY;
    for (let i = 0; i < 20 && best > 10; i++) {
      service.workspace.edit(uri, 13, 18, i % 2 ? 'Dummy' : 'Other');
      const start = performance.now();
      equal(service.format(uri, { indent: '\t' }).length, 0);
      best = Math.min(best, performance.now() - start);
    }
    equal(best < 10, true, `${best} ms`);
  });

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
          for (const style of styles) equal(bare(styled(language, text, style)), bare(text));
        }),
        { numRuns: runs(500), examples: [[['resource r0 ', '\r\n', '{', '\r\n', '\u3000']]] },
      ));
});

const styles: Partial<FormatStyle>[] = [
  {},
  { choices: { crm: { statements: 'compact' }, drbd: { braces: 'own-line', values: 'align' } } },
  {
    choices: { crm: { statements: 'keep' }, drbd: { braces: 'keep', values: 'single' } },
    trimTrailingWhitespace: false,
  },
  { trimFinalNewlines: true, insertFinalNewline: true, endOfLine: '\r\n' },
];

const bare = (text: string): string => text.replace(/\\*\s*(?:\n|$)|\s/g, '');

const filesBelow = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });

const formatted = (language: string, text: string): string => styled(language, text, {});

function styled(language: string, text: string, style: Partial<FormatStyle>): string {
  const { service, uri } = serviceWith(language, text);
  const once = applyEdits(text, service.format(uri, { indent: '\t', ...style }));
  const again = serviceWith(language, once);
  deepEqual(again.service.format(again.uri, { indent: '\t', ...style }), []);
  return once;
}

function check(language: string, before: string, lines: readonly string[]): void {
  const after = lines.join('\n');
  equal(formatted(language, before), after);
  equal(formatted(language, after), after);
}
