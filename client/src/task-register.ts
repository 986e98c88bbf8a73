import * as vscode from 'vscode';

/** The type of our tasks, as tasks.json names it. */
export const taskType = 'linux-ha';

/** Offers the check of all files as a task, in a workspace that the user trusts; its code is loaded when tasks are asked for. */
export function registerTasks(context: vscode.ExtensionContext): void {
  context.subscriptions.push(
    vscode.tasks.registerTaskProvider(taskType, {
      provideTasks: async () => {
        if (!vscode.workspace.isTrusted) return [];
        const { checkTasks } = await import('./tasks');
        return checkTasks(context.extensionUri);
      },
      resolveTask: async (task) => {
        if (!vscode.workspace.isTrusted) return undefined;
        const { resolvedTask } = await import('./tasks');
        return resolvedTask(context.extensionUri, task);
      },
    }),
  );
}
