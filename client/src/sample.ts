import * as vscode from 'vscode';
import { newCluster } from '../../server/src/languages/new-cluster';

/** Opens a cluster to try things out on, unsaved; it holds a mistake on purpose. */
export async function openSample(): Promise<void> {
  const [crm] = newCluster({
    name: 'web',
    nodes: [
      { name: 'alpha', address: '192.0.2.11', fencing: '192.0.2.111' },
      { name: 'beta', address: '192.0.2.12', fencing: '192.0.2.112' },
    ],
    service: 'apache',
    fencing: 'fence_ipmilan',
    address: '192.0.2.10/24',
    storage: { disk: '/dev/vg0/web', fstype: 'xfs', mountPoint: '/srv/web' },
  });
  const hint = vscode.l10n.t('A sample: one parameter below is misspelt. Nothing here is saved or sent anywhere.');
  const content = `# ${hint}\n\n${(crm?.text ?? '').replace('cidr_netmask', 'cidr_netmaks')}`;
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'crm', content }));
}
