import type { Text } from '../../base/text';
import type { Host } from './host';
import { LateProgress } from './late-progress';

const title: Text = { en: 'Linux-HA: checking a large file', ja: 'Linux-HA: 大きなファイルを検査中' };

/** The lint of a file, in slices; shown where it takes long. */
export class Linting {
  private readonly progress: LateProgress;
  private readonly total: number;

  constructor(
    private readonly host: Host,
    private readonly uri: string,
  ) {
    this.progress = new LateProgress(host, title);
    this.total = this.left;
  }

  /** Goes on until `proceed` says no; whether all is done. */
  go(proceed: () => boolean): boolean {
    const done = this.host.service.lint(this.uri, proceed);
    this.progress.step(this.total - this.left, this.total);
    if (done) this.end();
    return done;
  }

  /** It is not wanted any more. */
  end(): void {
    this.progress.end();
  }

  private get left(): number {
    return this.host.service.workspace.file(this.uri)?.stale.size ?? 0;
  }
}
