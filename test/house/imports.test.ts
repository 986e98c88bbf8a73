import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

const sources = ['client/src', 'server/src'].flatMap((root) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(root, name)),
);

const imports: Import[] = sources.flatMap((from) =>
  [...readFileSync(from, 'utf8').matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm)].map(
    (match) => {
      const target = match[2]!;
      const resolved = target.startsWith('.') ? posix.join(dirname(from), target) : target;
      return { from, to: resolved.endsWith('.json') ? resolved : resolved, typeOnly: match[1] !== undefined };
    },
  ),
);

const room = (path: string): string =>
  /^server\/src\/(base|core|languages\/(?:crm|drbd)(?=\/)|languages|hosts\/lsp|hosts|settings)/.exec(path)?.[1] ??
  (path.startsWith('client/') ? 'client' : path);

/** Who may import what besides its own room. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  base: [],
  core: ['base'],
  'languages/crm': ['base', 'core'],
  'languages/drbd': ['base', 'core'],
  languages: ['base', 'core', 'languages/crm', 'languages/drbd'],
  settings: ['base'],
  'hosts/lsp': ['base', 'core', 'languages', 'settings', 'hosts'],
  hosts: ['base', 'core', 'languages', 'settings'],
  client: ['languages'],
};

const packages: Readonly<Record<string, RegExp>> = {
  client: /^(vscode|vscode-languageclient(\/(node|browser))?|node:.*)$/,
  'languages/crm': /^@rgrove\/parse-xml$/,
  'hosts/lsp': /^(vscode-languageserver(\/(node|browser))?|vscode-languageserver-textdocument)$/,
  hosts: /^node:/,
};

suite('house', () => {
  test('imports go one way', () => {
    const wrong = imports.filter(({ from, to }) => {
      const [own, other] = [room(from), room(to)];
      if (own === other) return false;
      return /^(server|client)\//.test(to) ? !allowed[own]?.includes(other) : !packages[own]?.test(to);
    });
    assert.deepEqual(
      wrong.map(({ from, to }) => `${from} -> ${to}`),
      [],
    );
  });

  test('Node is only known in the Node entries, on the command line, and where programs are run', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        /^node:|\/node$/.test(to) &&
        !/(?:^|\/)(?:node|node-files|desktop-client|import-run|import-machine)\.ts$|\/hosts\/cli\//.test(from),
    );
    assert.deepEqual(wrong, []);
  });

  test('nobody in the engine imports the façade, and no language is imported but by its index, data or detect', () => {
    const facade = imports.filter(({ from, to }) => to.endsWith('core/service') && !from.includes('/hosts/'));
    assert.deepEqual(facade, []);
    const doors = imports.filter(
      ({ from, to }) =>
        room(to).startsWith('languages/') && room(from) !== room(to) && !/\/(index|data|detect|new-cluster)$/.test(to),
    );
    assert.deepEqual(doors, []);
  });

  test('no circle of imports, types included', () => {
    const next = new Map<string, string[]>();
    for (const { from, to } of imports) next.set(from, [...(next.get(from) ?? []), `${to}.ts`]);
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        circles.push([...path.slice(path.indexOf(file)), file].join(' -> '));
        return;
      }
      state.set(file, 'open');
      for (const target of next.get(file) ?? []) visit(target, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of next.keys()) visit(file, []);
    assert.deepEqual(circles, []);
  });

  test('the engine names no language', () => {
    const named = sources
      .filter((file) => /server\/src\/(base|core)\//.test(file))
      .filter((file) =>
        /['"`](crm|drbd)[.'"`/]/.test(readFileSync(file, 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')),
      );
    assert.deepEqual(named, []);
  });
});
