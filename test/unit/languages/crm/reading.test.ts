import assert from 'node:assert/strict';
import { lex } from '../../../../server/src/languages/crm/lexer';
import { fileOf } from './support';

const values = (text: string): string[] => lex(text).words.map(({ value }) => value);

suite('crm words', () => {
  test('are split like a shell does', () => {
    assert.deepEqual(values(`a "b c"d 'e\\' f\\ g "h\\"i"`), ['a', 'b cd', 'e\\', 'f g', 'h"i']);
  });
  test('lines are joined without a blank, all trailing backslashes dropped', () => {
    assert.deepEqual(values('pri\\\n   mitive a \\\\\\  \n  b\n'), ['primitive', 'a', 'b']);
  });
  test('a # inside a line is a word like others', () => {
    assert.deepEqual(values('a #b c'), ['a', '#b', 'c']);
  });
  test('know where their characters stand', () => {
    const [word] = lex('"ab"\\\n  c').words;
    assert.deepEqual(word && { value: word.value, offsets: word.offsets, glued: word.gluedAt }, {
      value: 'abc',
      offsets: [1, 2, 8, 9],
      glued: 4,
    });
  });
});

suite('crm lines', () => {
  const shapes = (text: string) => fileOf(text).units.map(({ parsed }) => parsed.root.kind);
  test('a comment that ends in a backslash swallows the next line', () => {
    assert.deepEqual(shapes('# a \\\nprimitive x Dummy\nnode n\n'), ['comment', 'statement']);
  });
  test('a blank line ends a continuation', () => {
    assert.deepEqual(shapes('primitive x Dummy \\\n\nnode n\n'), ['statement', 'statement']);
  });
  test('interpreter input: levels are entered and left', () => {
    assert.deepEqual(shapes('resource\nstart a\nend\nconfigure\nprimitive a Dummy\nend\nstatus\n'), [
      'command',
      'command',
      'command',
      'command',
      'statement',
      'statement',
      'command',
    ]);
  });
  test('shell lines: only what goes to crm configure is read', () => {
    assert.deepEqual(
      shapes(
        '#!/bin/bash\nx=1\ncrm configure node n\ncrm resource stop a\ncrm configure <<E\nnode m\nE\nnode is not ours\n',
      ),
      ['comment', 'raw', 'statement', 'raw', 'raw', 'statement', 'raw', 'raw'],
    );
  });
  test('a prompt in front is passed over', () => {
    assert.deepEqual(shapes('crm(live)configure# primitive a Dummy\ncrm(live)# status\n'), ['statement', 'command']);
  });
});
