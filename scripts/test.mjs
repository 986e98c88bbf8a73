// npm test: installs what is missing, builds, and runs every test.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { mochaCounts } from './lib/counts.mjs';
import { build, ensurePackages } from './lib/prepare.mjs';
import { endChildrenWithUs, run } from './lib/processes.mjs';
import { allSteps, missing } from './lib/steps.mjs';

const help = `npm test -- [options]     Installs what is missing, builds, and runs every test.

  --only STEPS   only these steps, with commas between: npm test -- --only unit,neovim
  --list         the names of the steps
  --verbose      show what every step prints, not only what a failing one does
  --help

A step that needs a program which is not installed is skipped; where CI is set, it fails.
`;

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    list: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(help);
else if (values.list) for (const { name } of allSteps()) console.log(name);
else process.exitCode = await main(chosenSteps());

function chosenSteps() {
  const steps = allSteps();
  if (!values.only) return steps;
  const names = values.only.split(',').map((name) => name.trim());
  const wrong = names.filter((name) => !steps.some((step) => step.name === name));
  if (wrong.length === 0) return steps.filter(({ name }) => names.includes(name));
  console.error(`No step ${wrong.join(', ')}; there are ${steps.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}

async function main(steps) {
  const began = Date.now();
  const scratch = mkdtempSync(join(tmpdir(), 'linux-ha-test-'));
  endChildrenWithUs(() => rmSync(scratch, { recursive: true, force: true, maxRetries: 5 }));
  await ensurePackages();
  await build();
  const total = { passed: 0, failed: 0 };
  for (const step of steps) {
    const { passed, failed } = await runStep(step, scratch);
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`All steps: ${seconds(Date.now() - began)}\n\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
}

/** Runs a step and prints its line. @returns {Promise<{ passed: number, failed: number }>} */
async function runStep(step, scratch) {
  const label = step.name.padEnd(18);
  const lacks = await missing(step);
  if (lacks.length > 0) {
    console.log(`${label}${process.env.CI ? 'FAILED ' : 'skipped'}  not installed: ${lacks.join('; ')}`);
    return { passed: 0, failed: process.env.CI ? 1 : 0 };
  }
  const began = Date.now();
  const [command, ...args] = step.command;
  const { code, output } = await run(command, args, {
    quiet: !values.verbose,
    timeout: step.timeout,
    env: { FORCE_COLOR: '0', ...(process.platform === 'linux' && { TMPDIR: scratch }) },
  });
  const { text, ...numbers } = judge(step, code, output);
  if (numbers.failed > 0 && !values.verbose) console.log(output);
  console.log(`${label}${numbers.failed > 0 ? 'FAILED ' : 'ok     '}  ${text} ${seconds(Date.now() - began)}`);
  return numbers;
}

function judge({ counted }, code, output) {
  if (!counted) return { passed: 0, failed: code === 0 ? 0 : 1, text: code === 0 ? '' : `(exit code ${code})` };
  const { passed, failed, pending } = mochaCounts(output) ?? { passed: 0, failed: 0, pending: 0 };
  // A run without tests, or one that ends badly after them, is no success either.
  const broken = failed === 0 && (code !== 0 || passed === 0);
  const text = `${passed} passed${failed ? `, ${failed} failed` : ''}${pending ? `, ${pending} pending` : ''}`;
  return { passed, failed: broken ? 1 : failed, text: broken ? `${text} (exit code ${code})` : text };
}

function seconds(milliseconds) {
  return `(${(milliseconds / 1000).toFixed(1)} s)`;
}
