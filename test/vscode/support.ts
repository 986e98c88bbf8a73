import * as vscode from 'vscode';

export const extensionId = 'linux-ha.linux-ha';

/** Fails with a message unless the condition holds. The hosts share no assertion module, and this is enough. */
export function ok(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(message);
}

/** Fails unless both print as the same JSON. */
export function same(actual: unknown, expected: unknown, what = 'value'): void {
  const [is, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  ok(is === wanted, `${what}: ${is}, expected ${wanted}`);
}

/** Asks until the answer is neither undefined, null nor false, and returns it. Nothing here waits for a fixed time. */
export async function until<T>(
  what: string,
  probe: () => T | Promise<T>,
  patience = 20_000,
): Promise<Exclude<T, undefined | null | false>> {
  const end = Date.now() + patience;
  let last: unknown;
  while (Date.now() < end) {
    const answer = await probe();
    if (answer !== undefined && answer !== null && answer !== false)
      return answer as Exclude<T, undefined | null | false>;
    last = answer;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error(`not in ${patience / 1000} s: ${what} (last: ${JSON.stringify(last)})`);
}

/** Opens a file of the workspace, as a click on it does. */
export async function openFixture(path: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  ok(folder, 'no workspace folder');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, ...path.split('/')));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Shows a document that has never been saved. */
export async function openText(language: string, content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document);
  return document;
}

/** The place right behind the first `text` of a document. */
export function behind(document: vscode.TextDocument, text: string): vscode.Position {
  const offset = document.getText().indexOf(text);
  ok(offset >= 0, `no "${text}" in ${document.uri}`);
  return document.positionAt(offset + text.length);
}

/** Replaces the first `text` of a document. */
export async function replace(document: vscode.TextDocument, text: string, replacement: string): Promise<void> {
  const end = behind(document, text);
  const start = document.positionAt(document.offsetAt(end) - text.length);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(start, end), replacement);
  ok(await vscode.workspace.applyEdit(edit), 'the edit was not taken');
}

const codeOf = ({ code }: vscode.Diagnostic): string =>
  String(typeof code === 'object' && code !== null ? code.value : code);

/** Our findings of one rule in a document. */
export const findings = (document: vscode.TextDocument, code: string): vscode.Diagnostic[] =>
  vscode.languages
    .getDiagnostics(document.uri)
    .filter((diagnostic) => diagnostic.source === 'linux-ha' && codeOf(diagnostic) === code);

/** Waits until a document has at least one finding of a rule. */
export const untilFound = (document: vscode.TextDocument, code: string): Promise<vscode.Diagnostic[]> =>
  until(`${code} is found`, () => findings(document, code).length > 0 && findings(document, code));

/** Waits until a document has no finding of a rule. */
export const untilGone = (document: vscode.TextDocument, code: string): Promise<true> =>
  until(`${code} is gone`, () => findings(document, code).length === 0);
