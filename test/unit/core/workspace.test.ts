import assert from 'node:assert/strict';
import { applyEdits } from '../../../server/src/base/edits';
import { defineRule } from '../../../server/src/core/lint/rule';
import { LanguageService } from '../../../server/src/core/service';
import { includeMatcher } from '../../../server/src/core/workspace/includes';
import { toy } from '../../support/toy-language';

const uri = (name: string) => `file:///etc/${name}`;

function open(files: Readonly<Record<string, string>>): LanguageService {
  const service = new LanguageService({ languages: [toy] });
  for (const [name, text] of Object.entries(files)) service.workspace.open(uri(name), 'toy', text);
  return service;
}

function codes(service: LanguageService, name: string): string[] {
  service.lint(uri(name));
  return service.diagnostics(uri(name), 'en').map(({ code, span }) => `${code}@${span.start}`);
}

suite('workspace', () => {
  test('a finding goes when the name is declared, and comes back', () => {
    const service = open({ a: 'use x\nuse y\n' });
    assert.deepEqual(codes(service, 'a'), ['toy/undefined@4', 'toy/undefined@10']);
    service.workspace.edit(uri('a'), 0, 0, 'def x\n');
    assert.deepEqual(codes(service, 'a'), ['toy/undefined@16']);
    service.workspace.edit(uri('a'), 0, 6, '');
    assert.deepEqual(codes(service, 'a'), ['toy/undefined@4', 'toy/undefined@10']);
  });

  test('included files count, others do not', () => {
    const service = open({
      'main.conf': 'include d/*.res\nuse x\n',
      'd/r.res': 'def x\nuse z\n',
      'other.res': 'def z\n',
    });
    assert.deepEqual(codes(service, 'main.conf'), []);
    assert.deepEqual(codes(service, 'd/r.res'), ['toy/undefined@10']);
    service.workspace.edit(uri('d/r.res'), 4, 5, 'q');
    assert.deepEqual(codes(service, 'main.conf'), ['toy/undefined@20']);
    service.workspace.edit(uri('main.conf'), 0, 15, 'include *.res');
    assert.deepEqual(codes(service, 'main.conf'), ['toy/undefined@18']);
  });

  test('an include circle is no trouble, and a file that goes takes its names along', () => {
    const service = open({ a: 'include b\nuse x\n', b: 'include a\ndef x\n' });
    assert.deepEqual(codes(service, 'a'), []);
    service.workspace.close(uri('b'));
    assert.deepEqual(codes(service, 'a'), ['toy/undefined@14']);
  });

  test('comments switch findings off: of the next unit, or of the file', () => {
    assert.deepEqual(codes(open({ a: '# linux-ha: ignore toy/undefined\nuse x\nuse y\n' }), 'a'), ['toy/undefined@43']);
    assert.deepEqual(codes(open({ a: 'use x\n# linux-ha: ignore-file\nbad\n' }), 'a'), []);
  });

  test('comments that switch nothing off are found, once all the rest is', () => {
    const said = (text: string) => {
      const service = open({ a: text });
      service.lint(uri('a'));
      return service.diagnostics(uri('a'), 'en').map(({ code, message }) => `${code}: ${message}`);
    };
    const nothing = (rest: string) => [`toy/unused-ignore: ${rest}`];
    assert.deepEqual(said('# linux-ha: ignore\ndef x\n'), nothing('There is no finding to ignore here.'));
    assert.deepEqual(
      said('# linux-ha: ignore toy/undefined\ndef x\n'),
      nothing('There is no finding of toy/undefined to ignore here.'),
    );
    assert.deepEqual(
      said('# linux-ha: ignore-file toy/undefined toy/wrong\nuse x\n'),
      nothing('There is no rule toy/wrong.'),
    );
    const early = open({ a: '# linux-ha: ignore\ndef x\n' });
    assert.deepEqual(early.diagnostics(uri('a'), 'en'), [], 'before anything is known');
  });

  test('what a comment ignores for nothing is taken out of it', () => {
    const after = (text: string) => {
      const service = open({ a: text });
      const [repair] = service.repairs(uri('a'), { start: 0, end: 1 }, 'en');
      assert.ok(repair);
      return applyEdits(text, repair.edits);
    };
    assert.equal(after('# linux-ha: ignore toy/undefined\ndef x\n'), 'def x\n');
    assert.equal(
      after('# linux-ha: ignore x/y, toy/undefined, a/b\nuse x\n'),
      '# linux-ha: ignore toy/undefined\nuse x\n',
    );
  });

  test('the list of findings is capped and says so', () => {
    const service = open({ a: 'bad\n'.repeat(1500) });
    service.lint(uri('a'));
    const found = service.diagnostics(uri('a'), 'en');
    assert.equal(found.length, 501);
    assert.match(found.at(-1)?.message ?? '', /^1000 /);
    assert.equal(service.diagnostics(uri('a'), 'en', {}, Number.POSITIVE_INFINITY).length, 1500);
  });

  test('of too many findings the lightest are left out', () => {
    const service = open({ a: `${'bad\n'.repeat(600)}use x\n` });
    service.lint(uri('a'));
    const found = service.diagnostics(uri('a'), 'en', { 'toy/bad': 'hint' });
    assert.deepEqual(
      found.slice(-2).map(({ code }) => code),
      ['toy/undefined', 'more-findings'],
    );
  });

  test('severities can be set, rules switched off', () => {
    const service = open({ a: 'use x\nbad\n' });
    service.lint(uri('a'));
    const found = service.diagnostics(uri('a'), 'en', { 'toy/undefined': 'hint', 'toy/bad': 'off' });
    assert.deepEqual(
      found.map(({ code, severity }) => [code, severity]),
      [['toy/undefined', 'hint']],
    );
  });

  test('work can be interrupted and goes on where it stopped', () => {
    const service = open({ a: 'use x\n'.repeat(50) });
    let left = 10;
    assert.equal(
      service.lint(uri('a'), () => left-- > 0),
      false,
    );
    assert.equal(service.workspace.file(uri('a'))?.stale.size, 40);
    assert.equal(service.lint(uri('a')), true);
  });

  test('names are found, renamed and completed over files; a taken name is refused', () => {
    const service = open({ a: 'def x\nuse x\n', b: 'use x\ndef other\n' });
    assert.deepEqual(
      service.occurrences(uri('b'), 4).map((place) => [place.uri, place.span.start, place.role]),
      [
        [uri('b'), 4, 'reference'],
        [uri('a'), 4, 'declaration'],
        [uri('a'), 10, 'reference'],
      ],
    );
    assert.deepEqual(
      service.definitions(uri('b'), 4).map((place) => place.uri),
      [uri('a')],
    );
    assert.equal(service.rename(uri('a'), 4, 'z').size, 2);
    assert.ok(service.renameObstacle(uri('a'), 4, 'other'));
    assert.ok(service.renameObstacle(uri('a'), 4, 'no blanks'));
    assert.equal(service.renameObstacle(uri('a'), 4, 'fresh'), undefined);
    assert.deepEqual(
      service.completion(uri('b'), 5, 'en')?.items.map(({ label }) => label),
      ['other', 'x'],
    );
  });

  test('names that objects inherit are names like others', () => {
    const service = open({ a: 'def __proto__\ndef constructor\nuse __proto__\nuse constructor\nuse toString\n' });
    assert.deepEqual(codes(service, 'a'), ['toy/undefined@64']);
  });
});

suite('include patterns', () => {
  const matches = (pattern: string, path: string) =>
    includeMatcher('file:///etc/drbd.conf', pattern)(`file:///etc/${path}`);
  test('are relative to the file, one folder deep, and leave hidden files out', () => {
    assert.ok(matches('drbd.d/*.res', 'drbd.d/r0.res'));
    assert.ok(matches('/etc/drbd.d/r[0-3].res', 'drbd.d/r2.res'));
    assert.ok(matches('./drbd.d/../x?', 'xy'));
    assert.ok(!matches('drbd.d/*.res', 'drbd.d/sub/r0.res'));
    assert.ok(!matches('*', '.hidden'));
    assert.ok(!matches('drbd.d/r[!0].res', 'drbd.d/r0.res'));
    assert.ok(!includeMatcher('file:///etc/drbd.conf', '*')('http://elsewhere/etc/x'));
  });
  test('cost no more than pattern times name', () => {
    assert.ok(!matches(`${'*a'.repeat(200)}b`, 'a'.repeat(250)));
  });
});

suite('files of other languages near by', () => {
  const other = { ...toy, id: 'other', systemFolders: new Set(['etc', 'other.d']), rules: [] };
  const asking: typeof toy = {
    ...toy,
    rules: [
      defineRule()({
        id: 'toy/nowhere',
        severity: 'warning',
        since: '0',
        docs: { en: 'A name that nothing near by defines.', ja: '近くに定義のない名前。' },
        messages: { nowhere: { en: 'Nothing near by defines {name}', ja: '{name} は近くで定義されていない' } },
        examples: { bad: [], good: [] },
        check(unit, context) {
          for (const { role, name, span } of unit.model.entries)
            if (role === 'reference' && context.nearby.declarations('toy.name', name).length === 0)
              context.report('nowhere', span, { args: { name } });
        },
      }),
    ],
  };
  const service = () => {
    const made = new LanguageService({ languages: [asking, other] });
    made.workspace.open('file:///ws/a', 'toy', 'use x\n');
    return made;
  };
  const found = (asked: LanguageService) => {
    asked.lint('file:///ws/a');
    return asked.diagnostics('file:///ws/a', 'en').length;
  };

  test('are asked, and findings follow what they say', () => {
    const asked = service();
    assert.equal(found(asked), 1);
    asked.workspace.open('file:///ws/etc/other.d/b', 'other', 'def x\n');
    assert.equal(found(asked), 0);
    asked.workspace.edit('file:///ws/etc/other.d/b', 4, 5, 'y');
    assert.equal(found(asked), 1);
    asked.workspace.edit('file:///ws/etc/other.d/b', 4, 5, 'x');
    assert.equal(found(asked), 0);
    asked.workspace.close('file:///ws/etc/other.d/b');
    assert.equal(found(asked), 1);
  });

  test('are those round a common folder, not deep below, of another language', () => {
    for (const [uri, language, near] of [
      ['file:///ws/b', 'other', true],
      ['file:///b', 'other', true],
      ['file:///ws/c/d/etc/b', 'other', true],
      ['file:///ws/c/d/e/b', 'other', false],
      ['file:///elsewhere/b', 'other', false],
      ['file:///ws/b', 'toy', false],
      ['untitled:b', 'other', false],
    ] as const) {
      const asked = service();
      asked.workspace.open(uri, language, 'def x\n');
      assert.equal(found(asked), near ? 0 : 1, `${uri} ${language}`);
    }
  });
});
