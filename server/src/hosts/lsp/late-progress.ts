import type { WorkDoneProgressServerReporter } from 'vscode-languageserver';
import type { Text } from '../../base/text';
import type { Host } from './host';

/** Work that takes less is not shown, in milliseconds. */
const usuallyLong = 500;

/**
 * Work that the client shows once it takes long. No timer waits for that: the work itself tells how far it is, and the
 * clock is looked at then.
 */
export class LateProgress {
  private readonly began = performance.now();
  private reporter: WorkDoneProgressServerReporter | undefined;
  private isAsked = false;
  private isOver = false;
  private percent = 0;

  constructor(
    private readonly host: Host,
    private readonly title: Text,
  ) {}

  /** So much of it is done. */
  step(done: number, total: number): void {
    // More work may come while it is done; a bar that goes back tells nobody anything.
    const percent = Math.max(this.percent, total > 0 ? Math.min(99, Math.floor((100 * done) / total)) : 0);
    if (this.reporter && percent > this.percent) this.reporter.report(percent);
    this.percent = percent;
    if (this.isLong()) void this.show();
  }

  end(): void {
    this.isOver = true;
    this.reporter?.done();
    this.reporter = undefined;
  }

  private isLong(): boolean {
    const { client, environment } = this.host;
    if (this.isAsked || client.window?.workDoneProgress !== true) return false;
    return performance.now() - this.began >= (environment.longWork ?? usuallyLong);
  }

  private async show(): Promise<void> {
    this.isAsked = true;
    try {
      const reporter = await this.host.connection.window.createWorkDoneProgress();
      reporter.begin(this.title[this.host.locale], this.percent, undefined, false);
      if (this.isOver) reporter.done();
      else this.reporter = reporter;
    } catch {
      // A client that shows none after all.
    }
  }
}
