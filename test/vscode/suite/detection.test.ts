import * as vscode from 'vscode';
import { ok, openFixture, until } from '../support';

const isOurs = ({ languageId }: vscode.TextDocument) => languageId === 'crm' || languageId === 'drbd';

suite('what language a file is in', () => {
  for (const [path, language] of [
    ['cluster.crm', 'crm'],
    ['newsletter.crm', 'crm'],
    ['drbd.conf', 'drbd'],
    ['drbd.d/r0.res', 'drbd'],
    ['other/mine.conf', 'drbd'],
  ] as const) {
    test(`${path} is ${language}`, async () => {
      await openFixture(path);
      // A document whose language changes is closed and opened again, so it is looked up anew.
      await until(`${path} is ${language}`, () =>
        vscode.workspace.textDocuments.some(
          ({ uri, languageId }) => uri.path.endsWith(path) && languageId === language,
        ),
      );
    });
  }

  test('files of others stay theirs', async () => {
    const others = [await openFixture('plain.conf'), await openFixture('rescript.res')];
    // Documents are looked at in turn: when this one is known, the two before it were left alone.
    await openFixture('other/mine.conf');
    await until('other/mine.conf is drbd', () =>
      vscode.workspace.textDocuments.some(
        ({ uri, languageId }) => uri.path.endsWith('mine.conf') && languageId === 'drbd',
      ),
    );
    for (const { uri } of others) {
      const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
      ok(document && !isOurs(document), `${uri.path} was taken for ${document?.languageId}`);
    }
  });

  test('the user decides, and can take it back', async () => {
    const { uri } = await openFixture('plain.conf');
    const current = () => vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
    const choose = (place: number, done: (document: vscode.TextDocument) => boolean) => {
      let asked: Thenable<unknown> | undefined;
      let turns = 0;
      let patience = 0;
      return until(`choice ${place}`, async () => {
        const document = current();
        if (document && done(document)) return true;
        if (!asked) {
          turns = 0;
          patience++;
          asked = vscode.commands.executeCommand('linuxHa.selectLanguage').then(() => {
            asked = undefined;
          });
        }
        // Nothing tells when the list stands: a key pressed too early is lost, and the next try waits a turn longer.
        if (turns++ < patience) return false;
        for (let i = 0; i < place; i++) await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return false;
      });
    };
    await choose(0, ({ languageId }) => languageId === 'crm');
    await choose(2, (document) => !isOurs(document));
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  });
});
