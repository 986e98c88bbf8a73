import { equal } from 'node:assert/strict';
import { applyEdits } from '../../../server/src/base/edits';
import { readCursor } from '../../support/markers';
import { serviceWith } from '../../support/service';

/** Types a character at the cursor and gives the text that is there then. */
function typed(language: string, marked: string, character: string, indent: string): string {
  const { text: before, offset } = readCursor(marked);
  const text = before.slice(0, offset) + character + before.slice(offset);
  const { service, uri } = serviceWith(language, text);
  return applyEdits(text, service.formatTyped(uri, offset + character.length, character, { indent }));
}

function check(language: 'crm' | 'drbd', marked: string, character: string, expected: string): void {
  equal(typed(language, marked, character, language === 'crm' ? '\t' : '  '), expected);
}

suite('Enter in crm', () => {
  const enter = (marked: string, expected: string) => check('crm', marked, '\n', expected);

  test('within a statement its line gets a backslash, the next one an indentation', () =>
    enter('primitive a Dummy <|>params x=1\n', 'primitive a Dummy \\\n\tparams x=1\n'));
  test('the blanks that the break leaves go', () =>
    enter('primitive a Dummy<|>  params x=1\n', 'primitive a Dummy \\\n\tparams x=1\n'));
  test('within a further line', () =>
    enter(
      'primitive a Dummy \\\n  params x=1<|> y=2\nnode n\n',
      'primitive a Dummy \\\n  params x=1 \\\n  y=2\nnode n\n',
    ));
  test('in front of a backslash: the new line is there for what comes', () =>
    enter('primitive a Dummy<|> \\\n\tparams x=1\n', 'primitive a Dummy \\\n\t\\\n\tparams x=1\n'));
  test('at the start of a further line', () =>
    enter('primitive a Dummy \\\n\t<|>params x=1\n', 'primitive a Dummy \\\n\t\\\n\tparams x=1\n'));
  test('behind a backslash', () => enter('primitive a Dummy \\<|>', 'primitive a Dummy \\\n\t'));
  test('behind a word that something has to follow', () => {
    enter('primitive a Dummy params<|>\n', 'primitive a Dummy params \\\n\t\n');
    enter('order o Mandatory: a<|>\nnode n\n', 'order o Mandatory: a \\\n\t\nnode n\n');
  });
  test('within quotes', () =>
    enter('primitive a Dummy params x="1 <|>2"\n', 'primitive a Dummy params x="1 \\\n\t2"\n'));
  for (const finished of [
    'primitive a Dummy<|>\nnode n\n',
    'primitive a Dummy \\\n\tparams x=1<|>\nnode n\n',
    '<|>node n\n',
    'node a <|>node b\n',
    'group g a <|># not a comment\n',
    '# a comment <|>with words\n',
    '#!/bin/sh\necho a <|>b\n',
    'node n<|>',
  ])
    test(`left alone: ${JSON.stringify(finished)}`, () => enter(finished, finished.replace('<|>', '\n')));
  test('CR LF', () => {
    const text = 'primitive a Dummy\r\n params x=1\r\n';
    const { service, uri } = serviceWith('crm', text);
    const edits = service.formatTyped(uri, text.indexOf('\n') + 1, '\n', { indent: '\t' });
    equal(applyEdits(text, edits), 'primitive a Dummy \\\r\n\tparams x=1\r\n');
  });
});

suite('braces, semicolons and Enter in DRBD', () => {
  test('a closing brace goes below its section, also in a half-written file', () => {
    check(
      'drbd',
      'resource r0 {\n  net {\n    protocol C;\n    <|>',
      '}',
      'resource r0 {\n  net {\n    protocol C;\n  }',
    );
    check('drbd', 'resource r0\n{\n    <|>\nresource r1 {\n}\n', '}', 'resource r0\n{\n}\nresource r1 {\n}\n');
  });
  test('a semicolon ends a statement: to its depth, no blank in front', () =>
    check('drbd', 'resource r0 {\n  net {\nprotocol C <|>\n', ';', 'resource r0 {\n  net {\n    protocol C;\n'));
  test('a statement behind another stays there', () =>
    check('drbd', 'resource r0 {\n   a 1; b 2<|>\n', ';', 'resource r0 {\n   a 1; b 2;\n'));
  test('Enter gives the depth', () => {
    check('drbd', 'resource r0 {\n  net {<|>', '\n', 'resource r0 {\n  net {\n    ');
    check('drbd', 'resource r0 {\n  net {<|>}\n', '\n', 'resource r0 {\n  net {\n  }\n');
    check('drbd', 'resource r0 {\n  net { }<|>\n', '\n', 'resource r0 {\n  net { }\n  \n');
    check('drbd', 'resource r0 {\n}<|>\n', '\n', 'resource r0 {\n}\n\n');
  });
  test('in comments and strings the characters mean nothing', () => {
    check('drbd', 'resource r0 {\n      # a <|>', '}', 'resource r0 {\n      # a }');
    check('drbd', 'resource r0 {\n      handlers { x "a<|>" }', ';', 'resource r0 {\n      handlers { x "a;" }');
  });
});
