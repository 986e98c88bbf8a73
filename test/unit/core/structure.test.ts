import assert from 'node:assert/strict';
import { readCursor } from '../../support/markers';
import { serviceWith } from '../../support/service';

/** Folds as `FIRST-LAST kind`, lines from 0. */
function folds(languageId: string, text: string): string[] {
  const { service, uri } = serviceWith(languageId, text);
  const line = (offset: number) => text.slice(0, offset).split('\n').length - 1;
  return service
    .folds(uri)
    .map(({ span, kind }) => `${line(span.start)}-${line(span.end)}${kind ? ` ${kind}` : ''}`)
    .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
}

function selected(languageId: string, marked: string): string[] {
  const { text, offset } = readCursor(marked);
  const { service, uri } = serviceWith(languageId, text);
  return service.selections(uri, offset).map(({ start, end }) => text.slice(start, end));
}

suite('folds', () => {
  test('crm: statements, their sections, operations, comments, headings', () => {
    const text = [
      '# one',
      '# two',
      '### First ###',
      'primitive a Dummy \\',
      '  params state=/x \\',
      '    fake=1 \\',
      '  op start interval=0 \\',
      '  op monitor \\',
      '    interval=10',
      '### Second ###',
      'group g a',
      '',
    ].join('\n');
    assert.deepEqual(folds('crm', text), ['0-2 comment', '2-8 region', '3-8', '4-5', '6-8', '7-8', '9-10 region']);
  });

  test('DRBD: sections and comments', () =>
    assert.deepEqual(folds('drbd', '# a\n# b\nresource r0 {\n  net {\n    protocol C;\n  }\n}\n'), [
      '0-1 comment',
      '2-6',
      '3-5',
    ]));
});

suite('selections', () => {
  test('crm: a value, its word, section, statement, heading, file', () =>
    assert.deepEqual(
      selected('crm', '# x\n### H ###\nprimitive a Dummy params fake="<|>1" state=2 meta x=1\ngroup g a\n'),
      [
        '"1"',
        'fake="1"',
        'params fake="1" state=2',
        'primitive a Dummy params fake="1" state=2 meta x=1',
        'primitive a Dummy params fake="1" state=2 meta x=1\n',
        '### H ###\nprimitive a Dummy params fake="1" state=2 meta x=1\ngroup g a',
        '# x\n### H ###\nprimitive a Dummy params fake="1" state=2 meta x=1\ngroup g a\n',
      ],
    ));

  test('DRBD: a word, its statement, sections', () =>
    assert.deepEqual(selected('drbd', 'resource r0 {\n  net { protocol <|>C; }\n}\n'), [
      'C',
      'protocol C;',
      'net { protocol C; }',
      'resource r0 {\n  net { protocol C; }\n}',
      'resource r0 {\n  net { protocol C; }\n}\n',
    ]));
});
