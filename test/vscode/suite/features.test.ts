import * as vscode from 'vscode';
import { behind, ok, openFixture, openText, same, until } from '../support';

const labelOf = ({ label }: vscode.CompletionItem) => (typeof label === 'string' ? label : label.label);

const completions = async (document: vscode.TextDocument, position: vscode.Position): Promise<string[]> => {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    position,
  );
  return list.items.map(labelOf);
};

const hoverText = async (document: vscode.TextDocument, position: vscode.Position): Promise<string> => {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
};

const outline = async (document: vscode.TextDocument): Promise<string[]> => {
  const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
    'vscode.executeDocumentSymbolProvider',
    document.uri,
  );
  return (symbols ?? []).map(({ name }) => name);
};

const colours = async (document: vscode.TextDocument): Promise<number> => {
  const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>(
    'vscode.provideDocumentSemanticTokens',
    document.uri,
  );
  return (tokens?.data.length ?? 0) / 5;
};

suite('crm', () => {
  test('completion offers the statement that was begun', async () => {
    const document = await openText('crm', 'node 1: alpha\npri');
    await until('primitive is offered', async () =>
      (await completions(document, behind(document, 'pri'))).includes('primitive'),
    );
  });

  test('hover explains a statement and a parameter', async () => {
    const document = await openFixture('cluster.crm');
    await until('text on primitive', async () => (await hoverText(document, behind(document, 'primi'))) !== '');
    await until('text on ip', async () => (await hoverText(document, behind(document, 'params i'))) !== '');
  });

  test('hover on a name tells what it is part of; nothing in it may run a command', async () => {
    const document = await openFixture('cluster.crm');
    const position = behind(document, 'primitive v');
    await until('the group of vip', async () => (await hoverText(document, position)).includes('services'));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      position,
    );
    const contents = hovers.flatMap((hover) => hover.contents) as vscode.MarkdownString[];
    ok(contents.length > 0 && contents.every(({ isTrusted }) => !isTrusted), 'hovers are not trusted');
  });

  test('the outline has the resources', async () => {
    const document = await openFixture('cluster.crm');
    const names = await until('outline', async () => {
      const found = await outline(document);
      return found.length > 0 && found;
    });
    for (const name of ['vip', 'web', 'services'])
      ok(
        names.some((found) => found.includes(name)),
        `no ${name} in ${names}`,
      );
  });

  test('words have colours by meaning', async () => {
    const document = await openFixture('cluster.crm');
    await until('semantic tokens', async () => (await colours(document)) > 10);
  });

  test('a name leads to where it is declared', async () => {
    const document = await openFixture('cluster.crm');
    const places = await until('definition', async () => {
      const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        behind(document, 'group services vi'),
      );
      return found.length > 0 && found;
    });
    const lines = places.map((place) => ('range' in place ? place.range : place.targetRange).start.line);
    same(lines, [behind(document, 'primitive vip').line], 'lines');
  });
});

suite('DRBD', () => {
  test('completion offers the option that was begun', async () => {
    const document = await openText('drbd', 'resource r0 {\n  net {\n    proto\n  }\n}\n');
    await until('protocol is offered', async () =>
      (await completions(document, behind(document, 'proto'))).includes('protocol'),
    );
  });

  test('hover explains an option', async () => {
    const document = await openFixture('drbd.d/r0.res');
    await until('text on protocol', async () => (await hoverText(document, behind(document, 'proto'))) !== '');
  });

  test('hover on a resource shows its hosts and devices', async () => {
    const document = await openFixture('drbd.d/r0.res');
    await until('the device of r0', async () =>
      (await hoverText(document, behind(document, 'resource r'))).includes('/dev/drbd'),
    );
  });

  test('the outline has the resource', async () => {
    const document = await openFixture('drbd.d/r0.res');
    await until('r0 in the outline', async () => (await outline(document)).some((name) => name.includes('r0')));
  });

  test('words have colours by meaning', async () => {
    const document = await openFixture('drbd.d/r0.res');
    await until('semantic tokens', async () => (await colours(document)) > 10);
  });
});
