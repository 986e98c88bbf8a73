import * as vscode from 'vscode';
import { behind, extensionId, ok, openFixture, openText, same, until } from '../support';

interface Agents {
  readonly text: string;
  readonly detail: string | undefined;
}

const agentsStatus = (): Agents => {
  const status = vscode.extensions.getExtension<{ agents?: Agents }>(extensionId)?.exports.agents;
  ok(status, 'no status of resource agents');
  return status;
};

function folder(name: string): vscode.Uri {
  const root = vscode.workspace.workspaceFolders?.[0];
  ok(root, 'no workspace folder');
  return vscode.Uri.joinPath(root.uri, name);
}

const importFrom = (uri: vscode.Uri) => vscode.commands.executeCommand<number | undefined>('linuxHa.importAgents', uri);

async function offersFuel(): Promise<boolean> {
  const document = await openText('crm', 'primitive r ocf:acme:rocket params \n');
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    behind(document, 'params '),
  );
  return list.items.some(({ label }) => (typeof label === 'string' ? label : label.label) === 'fuel');
}

async function hoverOnFuel(): Promise<string> {
  const document = await openText('crm', 'primitive r ocf:acme:rocket params fuel=hydrogen\n');
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    behind(document, 'params fu'),
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map((content) => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

suite('import of resource agents', () => {
  let bundled: string;
  suiteSetup(async () => {
    await openFixture('cluster.crm');
    bundled = await until('status', () => agentsStatus().text);
    ok(!/\d/.test(bundled), `something is imported already: ${bundled}`);
  });
  suiteTeardown(() => vscode.commands.executeCommand('linuxHa.useBundledAgents'));

  test('agents of a folder are offered and explained at once, and the status tells of them', async () => {
    ok(!(await offersFuel()), 'the agent is known before it is imported');
    same(await importFrom(folder('agents')), 2, 'agents');
    ok(agentsStatus().text.includes('2'), agentsStatus().text);
    ok(agentsStatus().detail?.includes('agents'), `detail: ${agentsStatus().detail}`);
    await until('fuel is offered', offersFuel);
    await until('the own words are shown', async () => (await hoverOnFuel()).includes('Kerosene or hydrogen'));
  });

  test('a folder with a file that cannot be read changes nothing', async () => {
    const before = agentsStatus().detail;
    same(await importFrom(folder('broken-agents')), undefined, 'agents');
    same(agentsStatus().detail, before, 'detail');
    ok(await offersFuel(), 'the agents that were there are gone');
  });

  test('a folder without agents, and one that is not there, change nothing', async () => {
    const before = agentsStatus().detail;
    for (const name of ['drbd.d', 'nowhere']) same(await importFrom(folder(name)), undefined, name);
    same(agentsStatus().detail, before, 'detail');
  });

  test('what was imported is there after a restart', async () => {
    await vscode.commands.executeCommand('linuxHa.restartServer');
    await until('fuel is offered', offersFuel);
    ok(agentsStatus().text.includes('2'), agentsStatus().text);
  });

  test('the bundled agents come back', async () => {
    await vscode.commands.executeCommand('linuxHa.useBundledAgents');
    same(agentsStatus().text, bundled, 'status');
    ok(!(await offersFuel()), 'the agent is still known');
  });
});
