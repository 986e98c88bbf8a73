import { deepEqual, equal } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LanguageService } from '../../server/src/core/service';
import { newService } from '../support/service';
import { statement } from './crm/generate';
import { mutate as mutateCrm } from './crm/mutate';
import { generate } from './drbd/generate';
import { mutate as mutateDrbd } from './drbd/mutate';
import type { Random } from './random';

type LanguageId = 'crm' | 'drbd';

/** A file under edit. The two of a case are about one cluster, so that what is written in one tells in the other. */
interface Edited {
  readonly language: LanguageId;
  readonly uri: string;
  text: string;
}

/** A change of one file: the text between two offsets. */
export interface Change {
  readonly language: LanguageId;
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** Two texts, and what is done to them one after the other. */
export interface EditCase {
  readonly texts: Readonly<Record<LanguageId, string>>;
  readonly changes: readonly Change[];
}

/** What is typed, pasted and lost between editors. */
const scraps = [
  ...[
    '\n',
    '\r\n',
    '\r',
    ' ',
    '\t',
    '\\\n',
    ' \\\n\t',
    '\\',
    '"',
    "'",
    '“',
    '＝',
    '\u3000',
    '\ufeff',
    '\0',
    '\ud83d',
    '😀',
  ],
  ...['{', '}', ';', '(', ')', '[', ']', ':', '=', '#', '# linux-ha: ignore\n', '# linux-ha: ignore-file\n'],
  ...['# linux-ha: crm scope whole\n', '# linux-ha: drbd 8.4\n', '### section ###\n', '{{ x }}', '$VAR', '<%= y %>'],
  ...[
    'node 1: alpha\n',
    'primitive a Dummy\n',
    'group g a b\n',
    'commit\n',
    'configure\n',
    'end\n',
    '<<EOF\n',
    'EOF\n',
  ],
  ...['resource r0 {\n', 'on alpha { address 10.0.0.1:7788; }\n', 'common { net { protocol C; } }\n', '}\n', 'skip '],
];

const folder = join(__dirname, '../../examples');

let examples: Readonly<Record<LanguageId, readonly string[]>> | undefined;

function exampleTexts(): Readonly<Record<LanguageId, readonly string[]>> {
  const read = (pattern: RegExp) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => pattern.test(name))
      .map((name) => readFileSync(join(folder, name), 'utf8'));
  examples ??= { crm: read(/\.crm$/), drbd: read(/\.(?:res|conf)$/) };
  return examples;
}

/** Two texts with up to so many changes. */
export function editCase(random: Random, most: number): EditCase {
  const texts = {
    crm: random.once(4)
      ? random.pick(exampleTexts().crm)
      : random.several(0, 12, () => statement(random)).join('\n') + random.pick(['\n', '', '\r\n']),
    drbd: random.once(4) ? random.pick(exampleTexts().drbd) : generate(random, '9'),
  };
  const now: Record<LanguageId, string> = { ...texts };
  const changes = random.several(1, most, () => {
    const language: LanguageId = random.once(2) ? 'crm' : 'drbd';
    const change = oneChange(random, language, now[language]);
    now[language] = applied(now[language], change);
    return change;
  });
  return { texts, changes };
}

const applied = (text: string, { start, end, newText }: Change): string =>
  text.slice(0, start) + newText + text.slice(end);

function oneChange(random: Random, language: LanguageId, text: string): Change {
  const at = (): number => random.below(text.length + 1);
  const lineAt = (offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;
  const between = (one: number, other: number, newText: string): Change => ({
    language,
    start: Math.min(one, other),
    end: Math.max(one, other),
    newText,
  });
  switch (random.below(7)) {
    case 0: {
      const mutated = language === 'crm' ? mutateCrm(random, text) : mutateDrbd(random, text);
      return difference(language, text, mutated);
    }
    case 1: {
      const place = at();
      return between(place, place, random.pick(scraps));
    }
    case 2: {
      const place = at();
      return between(place, Math.min(text.length, place + 1 + random.below(3)), '');
    }
    case 3: {
      const [from, to] = [lineAt(at()), lineAt(at())];
      return between(from, to, random.once(2) ? '' : text.slice(Math.min(from, to), Math.max(from, to)).repeat(2));
    }
    case 4: {
      const place = lineAt(at());
      return between(place, place, language === 'crm' ? `${statement(random)}\n` : generate(random, '9'));
    }
    case 5:
      return between(at(), at(), random.pick(scraps));
    default: {
      const word = [...text.matchAll(/[\w.-]+/g)];
      const found = word.length > 0 ? random.pick(word) : undefined;
      const place = (found?.index ?? 0) + (found?.[0].length ?? 0);
      return between(place, place, random.pick(['x', '1', ' ', '=', ':', '\n', ';']));
    }
  }
}

/** The one change that makes a text another. */
function difference(language: LanguageId, before: string, after: string): Change {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let same = 0;
  const most = Math.min(before.length, after.length) - start;
  while (same < most && before.at(-1 - same) === after.at(-1 - same)) same++;
  return { language, start, end: before.length - same, newText: after.slice(start, after.length - same) };
}

/** Makes the changes; after each, all that is derived has to be what a service says that reads the texts for the first time. */
export function checkEdits({ texts, changes }: EditCase): void {
  const files: readonly Edited[] = (['crm', 'drbd'] as const).map((language) => ({
    language,
    uri: `file:///test/file.${language}`,
    text: texts[language],
  }));
  const edited = opened(files);
  for (const change of changes) {
    const file = files.find(({ language }) => language === change.language);
    if (!file) continue;
    edited.workspace.edit(file.uri, change.start, change.end, change.newText);
    file.text = applied(file.text, change);
    const fresh = opened(files);
    for (const { uri, text } of files) {
      equal(edited.workspace.file(uri)?.text(), text, 'the text');
      deepEqual(derived(edited, uri), derived(fresh, uri));
    }
  }
}

function opened(files: readonly Edited[]): LanguageService {
  const service = newService();
  for (const { uri, language, text } of files) service.workspace.open(uri, language, text);
  return service;
}

const inUnits = (text: string): number => text.length;

/** All that hangs on units, or on names. */
function derived(service: LanguageService, uri: string): unknown {
  service.lint(uri);
  const file = service.workspace.file(uri);
  return {
    units: file?.units.map((unit) => [unit.text, unit.before, unit.after, unit.open, file.startOf(unit)]),
    names: file && [...file.names.keys()].sort(),
    found: service.diagnostics(uri, 'en'),
    outline: service.outline(uri),
    folds: service.folds(uri),
    tokens: service.semanticTokens(uri, inUnits),
    layout: service.format(uri, { indent: '\t' }),
    hints: service.hints(
      uri,
      { start: 0, end: file?.length ?? 0 },
      'en',
      new Set(['timeouts', 'units', 'nodeIds', 'implicitIds']),
    ),
  };
}

/** A case that fails still, with fewer changes and less text; cases are small, so it simply tries. */
export function smaller(failing: EditCase, fails: (one: EditCase) => boolean): EditCase {
  let best = failing;
  for (let found = true; found; ) {
    found = false;
    for (const candidate of candidates(best)) {
      if (!fails(candidate)) continue;
      best = candidate;
      found = true;
      break;
    }
  }
  return best;
}

/** The case begun later, ended earlier, or with a line less. */
function* candidates({ texts, changes }: EditCase): Generator<EditCase> {
  for (let last = 1; last < changes.length; last++) yield { texts, changes: changes.slice(0, last) };
  const [first, ...rest] = changes;
  if (first && rest.length > 0)
    yield { texts: { ...texts, [first.language]: applied(texts[first.language], first) }, changes: rest };
  const [only] = changes;
  if (!only || rest.length > 0) return;
  for (const language of ['crm', 'drbd'] as const) {
    const lines = texts[language].split(/(?<=\n)/);
    let offset = 0;
    for (const [index, line] of lines.entries()) {
      const [start, end] = [offset, offset + line.length];
      offset = end;
      const touches = language === only.language && only.start < end && only.end >= start;
      if (line === '' || touches) continue;
      const shift = language === only.language && only.start >= end ? line.length : 0;
      yield {
        texts: { ...texts, [language]: lines.toSpliced(index, 1).join('') },
        changes: [{ ...only, start: only.start - shift, end: only.end - shift }],
      };
    }
  }
}
