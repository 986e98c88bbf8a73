import * as vscode from 'vscode';
import { extensionId, openFixture, openText, same, until } from '../support';

interface Testing {
  items(): readonly vscode.LanguageStatusItem[];
}

/** The item of the language status that a part of our id names. */
async function item(id: string): Promise<vscode.LanguageStatusItem> {
  const extension = vscode.extensions.getExtension<{ testing(): Testing | undefined }>(extensionId);
  const { items } = await until('the server runs', () => extension?.isActive && extension.exports.testing());
  return until(`item ${id}`, () => items().find((one) => one.id.endsWith(`linuxHa.${id}`)));
}

const untilText = async (id: string, text: string): Promise<vscode.LanguageStatusItem> => {
  const found = await item(id);
  await until(`${id}: ${text}`, () => (found.text === text ? true : { is: found.text }) === true);
  return found;
};

/** Says yes to whatever a command asks, until it has ended. */
async function accepting(command: Thenable<unknown>): Promise<void> {
  let ended = false;
  void command.then(() => {
    ended = true;
  });
  await until('the command ended', async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return ended;
  });
}

const setting = (key: string) => vscode.workspace.getConfiguration('linuxHa').get(key);

suite('language status', () => {
  teardown(async () => {
    await vscode.commands.executeCommand('linuxHa.setScope', 'auto');
    await vscode.commands.executeCommand('linuxHa.setTarget', 'pacemaker', 'auto');
    await vscode.commands.executeCommand('linuxHa.setTarget', 'drbd', 'auto');
  });

  test('a crm file: whole or fragment follows its words, then what the user sets', async () => {
    const document = await openText('crm', 'primitive d ocf:heartbeat:Dummy\n');
    const scope = await untilText('scope', 'A fragment of a cluster');
    same(scope.detail, 'known by what stands in the file', 'detail');
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), 'node a\n');
    await vscode.workspace.applyEdit(edit);
    await untilText('scope', 'A whole cluster');
    await vscode.commands.executeCommand('linuxHa.setScope', 'fragment');
    await untilText('scope', 'A fragment of a cluster');
    same(scope.detail, 'set in the settings', 'detail');
    same(setting('crm.scope'), 'fragment', 'setting');
    same(scope.command?.command, 'linuxHa.setScope', 'command');
    same(
      scope.accessibilityInformation?.label,
      'Linux-HA: whole cluster or fragment, A fragment of a cluster, set in the settings',
      'label',
    );
  });

  test('a comment stands over the settings, and is what the button leads to', async () => {
    await vscode.commands.executeCommand('linuxHa.setScope', 'fragment');
    await openText('crm', 'node a\n# linux-ha: crm scope whole\n');
    const scope = await untilText('scope', 'A whole cluster');
    same([scope.detail, scope.command?.title], ['said by a comment in the file', 'Open'], 'detail');
    await vscode.commands.executeCommand('linuxHa.setScope');
    await until('the cursor is there', () => vscode.window.activeTextEditor?.selection.active.line === 1);
  });

  test('without a given value the user is asked, and the answer is set', async () => {
    await vscode.commands.executeCommand('linuxHa.setScope', 'fragment');
    await openText('crm', 'primitive d ocf:heartbeat:Dummy\n');
    await untilText('scope', 'A fragment of a cluster');
    await accepting(vscode.commands.executeCommand('linuxHa.setScope')); // the first choice: what the file says
    same(setting('crm.scope'), 'auto', 'scope');
    await vscode.commands.executeCommand('linuxHa.setTarget', 'drbd', '8.4');
    await openText('drbd', 'resource r0 {\n}\n');
    await untilText('target', 'DRBD 8.4');
    await accepting(vscode.commands.executeCommand('linuxHa.setTarget')); // the version as it is
    same(setting('target.drbd'), '8.4', 'target');
  });

  test('target versions: of the active file, as they are set', async () => {
    await openText('crm', 'primitive d ocf:heartbeat:Dummy\n');
    await untilText('target', 'Pacemaker, crmsh: any version');
    await vscode.commands.executeCommand('linuxHa.setTarget', 'pacemaker', '2.1.5');
    await untilText('target', 'Pacemaker 2.1.5');
    await openText('drbd', 'resource r0 {\n  syncer { rate 10M; }\n}\n');
    const target = await untilText('target', 'DRBD 8.4');
    same(target.detail, 'known by what stands in the file', 'detail');
    await vscode.commands.executeCommand('linuxHa.setTarget', 'drbd', '9');
    await untilText('target', 'DRBD 9');
    await openFixture('cluster.crm');
    await untilText('target', 'Pacemaker 2.1.5');
  });
});
