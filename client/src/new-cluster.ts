import * as vscode from 'vscode';
import { type NewCluster, type NewFile, newCluster } from '../../server/src/languages/new-cluster';
import { type Asker, askForCluster, type Words } from './new-cluster-flow';

export { openSample } from './sample';

/**
 * Asks what a new cluster is to be and writes its files into a folder of the workspace; without a folder, or where one
 * of them is there already, they are opened without being saved. `given`: the answers and the folder, for tests and for
 * other extensions.
 */
export async function createCluster(given?: NewCluster, into?: vscode.Uri): Promise<void> {
  const plan = given ?? (await askForCluster(asker, words()));
  if (!plan) return;
  const files = newCluster(plan);
  const folder = into ?? (given ? vscode.workspace.workspaceFolders?.[0] : await chooseFolder())?.uri;
  if (folder && (await write(folder, files))) return;
  for (const { path, text } of files.toReversed()) await open(path, text);
}

async function chooseFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.length > 1 ? vscode.window.showWorkspaceFolderPick() : folders[0];
}

/** Writes the files and opens the first; false, and a word about it, if one is there already or cannot be written. */
async function write(folder: vscode.Uri, files: readonly NewFile[]): Promise<boolean> {
  const targets = files.map(({ path, text }) => ({ uri: vscode.Uri.joinPath(folder, ...path.split('/')), path, text }));
  const there = (
    await Promise.all(targets.map(async (target) => ((await exists(target.uri)) ? target.path : '')))
  ).filter((path) => path !== '');
  if (there.length > 0) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t(
        '{0} is there already, so nothing was written. The new texts are open, not saved.',
        there.join(', '),
      ),
    );
    return false;
  }
  const edit = new vscode.WorkspaceEdit();
  for (const { uri, text } of targets) edit.createFile(uri, { contents: new TextEncoder().encode(text) });
  if (!(await vscode.workspace.applyEdit(edit))) return false;
  const [first] = targets;
  if (first) await vscode.window.showTextDocument(first.uri);
  return true;
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

async function open(path: string, content: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({
    content,
    language: path.endsWith('.crm') ? 'crm' : 'drbd',
  });
  await vscode.window.showTextDocument(document, { preview: false });
}

/** Asks in VS Code's own boxes, with its button to go back. */
const asker: Asker = {
  text: ({ prompt, value, mistake }, step) =>
    shown(vscode.window.createInputBox(), step, (box, settle) => {
      box.prompt = prompt;
      box.value = value;
      const check = () => {
        box.validationMessage = mistake(box.value);
      };
      box.onDidChangeValue(check);
      box.onDidAccept(() => {
        check();
        if (box.validationMessage === undefined || box.validationMessage === '') settle(box.value);
      });
    }),
  choice: ({ prompt, choices, value }, step) =>
    shown(vscode.window.createQuickPick<vscode.QuickPickItem>(), step, (box, settle) => {
      box.placeholder = prompt;
      box.items = choices.map(({ label, detail }) => ({ label, ...(detail !== undefined && { detail }) }));
      box.activeItems = box.items.filter((_, i) => choices[i]?.value === value);
      box.onDidAccept(() => {
        const choice = choices[box.items.indexOf(box.activeItems[0] ?? { label: '' })];
        if (choice) settle({ picked: choice.value });
      });
    }),
};

function shown<B extends vscode.InputBox | vscode.QuickPick<vscode.QuickPickItem>, R>(
  box: B,
  step: number,
  prepare: (box: B, settle: (answer: R) => void) => void,
): Promise<R | 'back' | undefined> {
  return new Promise((resolve) => {
    const settle = (answer: R | 'back' | undefined): void => {
      resolve(answer);
      box.dispose();
    };
    box.title = vscode.l10n.t('New cluster');
    box.step = step;
    box.ignoreFocusOut = true;
    box.buttons = step > 1 ? [vscode.QuickInputButtons.Back] : [];
    box.onDidTriggerButton(() => settle('back'));
    box.onDidHide(() => settle(undefined));
    prepare(box, settle);
    box.show();
  });
}

/** The questions in the user's language. */
function words(): Words {
  const { t } = vscode.l10n;
  return {
    prompts: {
      nodes: t('Names of the nodes, as uname -n says them, with blanks between'),
      service: t('What is to run'),
      unit: t('Name of the systemd unit'),
      name: t('A short name for the service; resources are named after it'),
      address: t('The address of the service with its prefix length, or nothing'),
      data: t('Where its data lies'),
      disk: t('The disk (or logical volume) below DRBD, on every node'),
      fstype: t('File system'),
      mountPoint: t('Where the file system is mounted'),
      replication: t('Addresses of the nodes for replication, in their order'),
      fencing: t('How a lost node is fenced'),
      boards: t('Addresses of the management boards, in the order of the nodes'),
    },
    mistakes: {
      name: t('Small letters, digits, - and _, beginning with a letter'),
      nodes: t('Two to sixteen different host names'),
      ips: t('A different IPv4 address for each node'),
      address: t('An IPv4 address with its prefix length, such as 192.0.2.10/24'),
      path: t('An absolute path without a slash at its end'),
      unit: t('The name of a unit'),
    },
    services: [
      { label: 'Apache', value: 'apache' },
      { label: 'nginx', value: 'nginx' },
      { label: 'PostgreSQL', value: 'pgsql' },
      { label: 'MySQL / MariaDB', value: 'mysql' },
      { label: t('NFS server'), value: 'nfs' },
      { label: t('A systemd unit'), value: 'systemd' },
      { label: t('Only the address and the data'), value: 'none' },
    ],
    data: [
      { label: t('On DRBD, replicated between the nodes'), value: 'drbd' },
      { label: t('It has no data of its own'), value: 'none' },
    ],
    fencings: [
      {
        label: 'IPMI (fence_ipmilan)',
        detail: t('Management boards of servers: iLO, iDRAC, XCC, …'),
        value: 'fence_ipmilan',
      },
      { label: 'Redfish (fence_redfish)', detail: t('Newer management boards over HTTPS'), value: 'fence_redfish' },
      { label: 'VMware (fence_vmware_rest)', detail: t('Virtual machines of a vCenter'), value: 'fence_vmware_rest' },
      { label: 'libvirt (fence_xvm)', detail: t('Virtual machines of KVM hosts'), value: 'fence_xvm' },
      { label: 'SBD (fence_sbd)', detail: t('A small shared disk and a watchdog'), value: 'sbd' },
      {
        label: t('None'),
        detail: t('For trying things out only: two halves may write to the same data'),
        value: 'none',
      },
    ],
  };
}
