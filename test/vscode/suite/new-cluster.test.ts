import * as vscode from 'vscode';
import { findings, ok, openFixture, same, until } from '../support';

const plan = {
  name: 'wizard',
  nodes: [
    { name: 'alpha', address: '192.0.2.11', fencing: '192.0.2.111' },
    { name: 'beta', address: '192.0.2.12', fencing: '192.0.2.112' },
  ],
  service: 'none',
  fencing: 'fence_ipmilan',
  address: '192.0.2.20/24',
};

suite('a new cluster', () => {
  const at = (path: string): vscode.Uri => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    ok(folder, 'no folder');
    return vscode.Uri.joinPath(folder.uri, ...path.split('/'));
  };

  test('is written into a folder and opened', async () => {
    const storage = { disk: '/dev/vg0/wizard', fstype: 'xfs', mountPoint: '/srv/wizard' };
    await vscode.commands.executeCommand('linuxHa.newCluster', { ...plan, storage }, at('made'));
    const active = await until('cluster.crm is open', () => {
      const document = vscode.window.activeTextEditor?.document;
      return document?.uri.path.endsWith('/made/cluster.crm') && document;
    });
    ok(active.getText().includes('drbd_resource=wizard'), active.getText());
    const resource = await vscode.workspace.openTextDocument(at('made/drbd.d/wizard.res'));
    same(resource.languageId, 'drbd', 'language');
    await vscode.workspace.fs.delete(at('made'), { recursive: true });
  });

  test('where a file is there it stays as it is, and the texts are opened unsaved', async () => {
    const before = (await openFixture('cluster.crm')).getText();
    await vscode.commands.executeCommand('linuxHa.newCluster', plan);
    const active = await until('the new text', () => {
      const document = vscode.window.activeTextEditor?.document;
      return document?.isUntitled && document;
    });
    same(active.languageId, 'crm', 'language');
    ok(active.getText().includes('p_vip_wizard'), active.getText());
    same((await vscode.workspace.openTextDocument(at('cluster.crm'))).getText(), before, 'cluster.crm');
    await until('no findings of warning level', () => findings(active, 'crm/unknown-reference').length === 0);
  });
});
