import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const read = (file: string): string => readFileSync(file, 'utf8');
const json = (file: string) => JSON.parse(read(file));

const manifest = json('package.json');
const texts = { en: json('package.nls.json'), ja: json('package.nls.ja.json') };
const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/;
const { commands, walkthroughs, configuration } = manifest.contributes;
const client = readdirSync('client/src').map((name) => ({ name, text: read(`client/src/${name}`) }));
const own = new Set<string>(commands.map(({ command }: { command: string }) => command));

/** A text of the manifest, `%key%`, in both languages; Japanese has to be Japanese. */
function inBoth(written: string, what: string): void {
  const key = /^%(.+)%$/.exec(written)?.[1] ?? assert.fail(`${what} is not a key: ${written}`);
  assert.ok(texts.en[key]?.trim() && texts.ja[key]?.trim(), `${what}: ${key}`);
  assert.doesNotMatch(texts.en[key], japanese, what);
  assert.match(texts.ja[key], japanese, what);
}

suite('for everybody', () => {
  test('commands have titles in both languages, and a category', () => {
    for (const { command, title, category } of commands) {
      inBoth(title, command);
      assert.equal(category, 'Linux-HA', command);
    }
  });

  test('pictures of the walkthrough have texts for those who do not see them, in both languages', () => {
    for (const { title, steps } of walkthroughs) {
      inBoth(title, 'walkthrough');
      for (const { id, title: step, media } of steps) {
        inBoth(step, id);
        inBoth(media.altText, id);
      }
    }
  });

  test('settings have texts and groups in both languages, and say what is wrong with a value', () => {
    const single = new Set(['%setting.language.en%', '%setting.language.ja%']);
    for (const { title, properties } of configuration) {
      inBoth(title, 'group');
      for (const [key, property] of Object.entries<Record<string, unknown>>(properties)) {
        inBoth(String(property['markdownDescription']), key);
        assert.equal(typeof property['order'], 'number', key);
        const choices = (property['enum'] as string[] | undefined) ?? [];
        const meanings = (property['markdownEnumDescriptions'] as string[] | undefined) ?? [];
        assert.equal(meanings.length, choices.length, key);
        for (const meaning of meanings) if (!single.has(meaning)) inBoth(meaning, key);
        if (property['pattern'] !== undefined) {
          inBoth(String(property['patternErrorMessage']), key);
          assert.match(String(property['default']), new RegExp(String(property['pattern'])), key);
        }
        if (property['type'] === 'string') assert.ok(property['pattern'] ?? property['enum'], `${key} takes anything`);
      }
    }
  });

  test('items of the language status are spoken, and what they do the keyboard can do by the palette', () => {
    const withItems = client.filter(({ text }) => text.includes('createLanguageStatusItem('));
    assert.ok(withItems.length >= 4);
    for (const { name, text } of withItems) assert.match(text, /accessibilityInformation = spoken\(/, name);
    for (const { name, text } of client)
      for (const [, command] of text.matchAll(/'(linuxHa\.[a-z]\w+)'/gi))
        if (/command(?:: |s\.\w+\(|Command = )$/.test(text.slice(0, text.indexOf(`'${command}'`))))
          assert.ok(own.has(command!) || command === 'linuxHa.showPlaces', `${name}: ${command}`);
  });

  test('what runs programs is said to be missing where none can run', () => {
    const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
    for (const capability of [untrustedWorkspaces, virtualWorkspaces]) {
      assert.equal(capability.supported, 'limited');
      inBoth(capability.description, 'capability');
    }
    const stated = read('client/src/without-processes.ts');
    for (const { command, enablement } of commands)
      if (/isWeb/.test(enablement ?? '')) assert.ok(stated.includes(`'${command}'`), command);
    for (const { when } of manifest.contributes.taskDefinitions) assert.match(when, /processExecutionSupported/);
  });
});

suite('launch configurations', () => {
  const launch = json('.vscode/launch.json');
  const tasks = json('.vscode/tasks.json');

  test('name tasks, scripts and files that are there', () => {
    const labels = tasks.tasks.map(({ label }: { label: string }) => label);
    for (const { name, preLaunchTask, program } of launch.configurations) {
      if (preLaunchTask !== undefined) assert.ok(labels.includes(preLaunchTask), name);
      if (program !== undefined) assert.ok(existsSync(program.replace(/^\$\{workspaceFolder\}\//, '')), name);
    }
    for (const { type, script, command, args = [], dependsOn = [] } of tasks.tasks) {
      if (type === 'npm') assert.ok(manifest.scripts[script], script);
      if (command === 'node') assert.ok(existsSync(args[0]), args[0]);
      for (const label of dependsOn) assert.ok(labels.includes(label), label);
    }
  });

  test('start client and server together, the web host, and tests of the file at hand', () => {
    const names = launch.configurations.map(({ name }: { name: string }) => name);
    for (const { configurations } of launch.compounds)
      for (const name of configurations) assert.ok(names.includes(name), name);
    const port = launch.configurations.find(({ request }: { request: string }) => request === 'attach').port;
    assert.ok(read('client/src/desktop-client.ts').includes(`--inspect=${port}`), String(port));
    assert.ok(launch.configurations.some((one: Record<string, unknown>) => one['debugWebWorkerHost'] === true));
    assert.ok(
      launch.configurations.some(({ args }: { args?: string[] }) => args?.some((arg) => /^\$\{file\}$/.test(arg))),
    );
  });
});
