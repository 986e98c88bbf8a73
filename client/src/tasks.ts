import * as vscode from 'vscode';
import { taskType } from './task-register';

/** A task to check each folder of the workspace that is on a disk. */
export const checkTasks = (extension: vscode.Uri): vscode.Task[] =>
  (vscode.workspace.workspaceFolders ?? [])
    .filter(({ uri }) => uri.scheme === 'file')
    .map((folder) => checkTask(extension, folder, { type: taskType, task: 'check' }));

/** A task out of tasks.json with what it runs; undefined if it is none of ours. */
export function resolvedTask(extension: vscode.Uri, task: vscode.Task): vscode.Task | undefined {
  const { definition, scope } = task;
  const folder = typeof scope === 'object' ? scope : vscode.workspace.workspaceFolders?.[0];
  if (definition['task'] !== 'check' || folder?.uri.scheme !== 'file') return undefined;
  return checkTask(extension, folder, definition);
}

function checkTask(
  extension: vscode.Uri,
  folder: vscode.WorkspaceFolder,
  definition: vscode.TaskDefinition,
): vscode.Task {
  const program = vscode.Uri.joinPath(extension, 'dist', 'server', 'linux-ha.js').fsPath;
  const given: unknown = definition['paths'];
  const paths = Array.isArray(given) ? given.filter((path) => typeof path === 'string') : [];
  const options = ['--locale', /^ja\b/i.test(vscode.env.language) ? 'ja' : 'en'];
  // VS Code's own program is Node when it is asked to be.
  const execution = new vscode.ProcessExecution(process.execPath, [program, 'check', ...options, '--', ...paths], {
    cwd: folder.uri.fsPath,
    env: { ELECTRON_RUN_AS_NODE: '1' },
  });
  const task = new vscode.Task(definition, folder, 'check', taskType, execution, '$linux-ha');
  task.detail = vscode.l10n.t('Checks all crm and DRBD files of the folder, also those that are not open');
  task.group = vscode.TaskGroup.Test;
  return task;
}
