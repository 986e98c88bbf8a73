import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Question, Verdict } from '../../oracle/crm/crmsh';

const script = join(import.meta.dirname, '../../oracle/crm/verdicts.py');

/** How long one answer may take; crmsh asks its agents' meta data once. */
const patience = 30_000;

/** One crmsh that answers question after question, and is started again where it dies or hangs. */
export class CrmshProcess {
  private child: ChildProcessWithoutNullStreams | undefined;
  private answered: ((line: string | undefined) => void) | undefined;

  /** The answers in order; undefined where crmsh died of the question. */
  async ask(questions: readonly Question[]): Promise<(Verdict | undefined)[]> {
    const verdicts: (Verdict | undefined)[] = [];
    for (const question of questions) {
      const line = await this.one(JSON.stringify(question));
      verdicts.push(line === undefined ? undefined : (JSON.parse(line) as Verdict));
    }
    return verdicts;
  }

  stop(): void {
    this.child?.kill();
    this.child = undefined;
  }

  private one(question: string): Promise<string | undefined> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.stop(), patience);
      this.answered = (line) => {
        clearTimeout(timer);
        this.answered = undefined;
        resolve(line);
      };
      this.running().stdin.write(`${question}\n`);
    });
  }

  private running(): ChildProcessWithoutNullStreams {
    if (this.child) return this.child;
    const child = spawn('/usr/bin/python3', [script]);
    this.child = child;
    child.stderr.resume();
    child.stdin.on('error', () => {}); // it died before it read: `exit` says so
    createInterface({ input: child.stdout }).on('line', (line) => this.answered?.(line));
    child.on('exit', () => {
      if (this.child === child || this.child === undefined) this.answered?.(undefined);
      if (this.child === child) this.child = undefined;
    });
    return child;
  }
}
