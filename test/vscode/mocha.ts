import 'mocha/mocha.js';

declare const LINUX_HA_TEST_GREP: string;

mocha.setup({ ui: 'tdd', timeout: 30_000, slow: 2_000, reporter: lineReporter() });
if (LINUX_HA_TEST_GREP !== '') mocha.grep(new RegExp(LINUX_HA_TEST_GREP));

/** Runs all suites that were declared; fails when one of their tests does. */
export function runSuites(): Promise<void> {
  return new Promise((resolve, reject) => {
    // The browser build's own run() reads the page's address, and an extension host has none.
    Mocha.prototype.run.call(mocha, (failures) =>
      failures === 0 ? resolve() : reject(new Error(`${failures} failed`)),
    );
  });
}

/** Lines with a mark in front, which scripts/vscode tells from what else an editor prints. */
function lineReporter(): Mocha.ReporterConstructor {
  return class {
    constructor(runner: Mocha.Runner) {
      const say = (text: string) => console.log(text.replace(/^/gm, '| '));
      const failures: string[] = [];
      let passed = 0;
      let pending = 0;
      runner.on('suite', ({ title }) => title && say(title));
      runner.on('pass', ({ title, duration }) => {
        passed++;
        say(`  ok ${title} (${duration} ms)`);
      });
      runner.on('pending', ({ title }) => {
        pending++;
        say(`  -- ${title}`);
      });
      runner.on('fail', (test, error) => {
        failures.push(`${test.fullTitle()}\n${error.stack ?? String(error)}`);
        say(`  FAILED ${test.title}: ${String(error.message ?? error)}`);
      });
      runner.on('end', () => {
        for (const failure of failures) say(`\n${failure}`);
        say(`\n  ${passed} passing\n  ${failures.length} failing${pending > 0 ? `\n  ${pending} pending` : ''}`);
      });
    }
  } as unknown as Mocha.ReporterConstructor;
}
