import * as vscode from 'vscode';
import { ok, same } from '../support';

suite('tasks', () => {
  // other/unfixed.crm has a finding, and no other test mends it: files that are edited here are saved by themselves.
  test('the check of a folder runs, and says by its exit code that there are findings', async () => {
    const tasks = await vscode.tasks.fetchTasks({ type: 'linux-ha' });
    same(
      tasks.map(({ name, problemMatchers }) => [name, problemMatchers]),
      [['check', ['$linux-ha']]],
    );
    const [task] = tasks;
    ok(task, 'no task');
    const ended = new Promise<number | undefined>((resolve) => {
      const listener = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
        if (execution.task.name !== 'check') return;
        listener.dispose();
        resolve(exitCode);
      });
    });
    await vscode.tasks.executeTask(task);
    same(await ended, 1, 'exit code');
  });
});
