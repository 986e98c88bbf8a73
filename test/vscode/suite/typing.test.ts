import * as vscode from 'vscode';
import { openFixture, openText, same, until } from '../support';

/** What is written: a text by hand, or an item of the list at the cursor, by its label. */
type Step = string | { readonly pick: string };

const pick = (label: string): Step => ({ pick: label });
const picks = (labels: string): Step[] => labels.split(' ').flatMap((label) => [pick(label), ' ']);

/** Two nodes, a file system on DRBD, an address, and what ties them together. By hand: new names and free values. */
const steps: readonly Step[] = [
  ...[pick('node'), pick('alpha'), '\n', pick('node'), pick('beta'), '\n'],
  ...[
    pick('primitive'),
    'p_drbd ',
    pick('ocf:linbit:drbd'),
    ' ',
    ...picks('params'),
    pick('drbd_resource'),
    pick('r0'),
  ],
  ...[' ', ...picks('op'), pick('monitor interval=20 timeout=20 role=Slave')],
  ...[' ', ...picks('op'), pick('monitor interval=10 timeout=20 role=Master'), '\n'],
  ...[pick('clone'), 'ms_drbd ', pick('p_drbd'), ' ', ...picks('meta'), pick('promotable'), pick('true')],
  ...[' ', pick('notify'), pick('true'), '\n'],
  ...[pick('primitive'), 'p_fs ', pick('Filesystem'), ' ', ...picks('params'), pick('device'), pick('/dev/drbd0')],
  ...[' ', pick('directory'), '/srv ', pick('fstype'), 'ext4 ', ...picks('op')],
  ...[pick('monitor interval=20s timeout=40s'), '\n'],
  ...[pick('primitive'), 'p_vip ', pick('ocf:heartbeat:IPaddr2'), ' ', ...picks('params'), pick('ip'), '192.0.2.10 '],
  ...[...picks('op'), pick('monitor'), pick('interval=10s'), ' ', pick('timeout=20s'), '\n'],
  ...[pick('group'), 'g_srv ', pick('p_fs'), ' ', pick('p_vip'), '\n'],
  ...[pick('colocation'), 'c_srv ', pick('inf'), ' ', pick('g_srv'), ' ', pick('ms_drbd'), ':', pick('Promoted'), '\n'],
  ...[pick('order'), 'o_srv ', pick('Mandatory'), ' ', pick('ms_drbd'), ':', pick('promote')],
  ...[' ', pick('g_srv'), ':', pick('start'), '\n'],
  ...[pick('location'), 'l_srv ', pick('g_srv'), ' ', pick('100'), ' ', pick('alpha'), '\n'],
  ...[pick('property'), pick('stonith-enabled'), pick('false'), ' ', pick('no-quorum-policy'), pick('ignore'), '\n'],
];

const host = (name: string, last: number, nodeId: string): readonly Step[] => [
  ...['  ', pick('on'), pick(name), '\n    ', pick('address'), `192.0.2.${last}:`, pick('7791')],
  ...['\n    ', pick('node-id'), pick(nodeId), '\n  }\n'],
];

/** A resource on two nodes. By hand: its name, its disk, the addresses. */
const resourceSteps: readonly Step[] = [
  ...[pick('resource'), 'typed {\n  ', pick('net'), '\n    ', pick('protocol'), pick('C')],
  ...['\n    ', pick('after-sb-0pri'), pick('discard-zero-changes'), '\n  }\n  '],
  ...[pick('handlers'), '\n    ', pick('fence-peer'), pick('"/usr/lib/drbd/crm-fence-peer.9.sh"')],
  ...['\n    ', pick('unfence-peer'), pick('"/usr/lib/drbd/crm-unfence-peer.9.sh"'), '\n  }\n  '],
  ...[pick('device'), pick('/dev/drbd2'), '\n  ', pick('disk'), '/dev/vg0/typed;\n  '],
  ...[pick('meta-disk'), pick('internal'), '\n', ...host('alpha', 11, '0'), ...host('beta', 12, '1')],
  ...['  ', pick('startup'), '\n    ', pick('become-primary-on'), pick('alpha'), '\n  }\n}\n'],
];

suite('A cluster typed with completion', () => {
  test('is written word by word from the lists, and is the one that crmsh and crm_verify were asked about', async () => {
    await openFixture('drbd.d/r0.res'); // its resource, hosts and devices are offered
    const wanted = (await openFixture('typed.crm')).getText();
    const document = await openText('crm', '');
    for (const step of steps) await (typeof step === 'string' ? write(document, step) : accept(document, step.pick));
    same(document.getText(), wanted, 'what was typed');
  }).timeout(120_000);

  test('a DRBD resource likewise, and is the one that drbdadm was asked about', async () => {
    // Their hosts are offered, and numbers that they have not.
    await openFixture('drbd.d/r0.res');
    await openFixture('other/mine.conf');
    const wanted = (await openFixture('typed-resource.txt')).getText();
    const document = await openText('drbd', '');
    for (const step of resourceSteps)
      await (typeof step === 'string' ? write(document, step) : accept(document, step.pick));
    same(document.getText(), wanted, 'what was typed');
  }).timeout(120_000);
});

const end = (document: vscode.TextDocument): vscode.Position => document.positionAt(document.getText().length);

async function write(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, end(document), text);
  await vscode.workspace.applyEdit(edit);
}

/** Accepts an item of the list at the end of the document, as a press of Tab does. */
async function accept(document: vscode.TextDocument, label: string): Promise<void> {
  const before = document.getText().split('\n').at(-1) ?? '';
  const item = await until(`${label} is offered behind “${before}”`, async () => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      end(document),
    );
    return list.items.find(
      (offered) => (typeof offered.label === 'string' ? offered.label : offered.label.label) === label,
    );
  });
  const text = item.insertText instanceof vscode.SnippetString ? item.insertText.value : (item.insertText ?? label);
  const range = item.range instanceof vscode.Range ? item.range : item.range?.replacing;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, range ?? new vscode.Range(end(document), end(document)), text);
  await vscode.workspace.applyEdit(edit);
}
