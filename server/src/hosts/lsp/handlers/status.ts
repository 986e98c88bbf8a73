import type { Configs } from '../configs';
import type { Host } from '../host';
import { type FileStatus, type StatusEntry, statusChangedNotification, statusRequest } from '../protocol';

/** Tells the client what answers about the file that the user looks at rest on, and when that changes. */
export class Status {
  facts: FileStatus['facts'] = 'loading';
  /** The file that was last asked about. */
  private shown: { readonly uri: string; readonly told: string } | undefined;

  constructor(
    private readonly host: Host,
    private readonly configs: Configs,
  ) {}

  register(): void {
    this.host.connection.onRequest(statusRequest, ({ uri }) =>
      this.host.guard('status', null, () => {
        const status = this.of(uri);
        this.shown = { uri, told: JSON.stringify(status) };
        return status ?? null;
      }),
    );
  }

  /** Something changed: the client hears of it if it shows. */
  changed(): void {
    if (!this.shown) return;
    const { uri } = this.shown;
    const status = this.host.guard('status', undefined, () => this.of(uri));
    const told = JSON.stringify(status);
    if (!status || told === this.shown.told) return;
    this.shown = { uri, told };
    void this.host.connection.sendNotification(statusChangedNotification, status);
  }

  private of(uri: string): FileStatus | undefined {
    const { service } = this.host;
    const language = service.workspace.file(uri)?.language.id;
    if (language === undefined) return undefined;
    const entries = service.premises(uri).map((premise): StatusEntry => {
      const { setting, value, from, comment } = premise;
      if (from === 'setting') return this.set(uri, setting, value);
      const line = comment && this.host.documents.positions(comment.uri)?.position(comment.offset).line;
      return { setting, value, from, ...(comment && line !== undefined && { place: { uri: comment.uri, line } }) };
    });
    return { uri, language, entries, facts: this.facts };
  }

  /** Of what is set: by a configuration file, else by the editor's settings. */
  private set(uri: string, setting: string, value: string): StatusEntry {
    const source = this.configs.sourceOf(uri, setting);
    if (source === undefined) return { setting, value, from: 'setting' };
    return { setting, value, from: 'config', place: { uri: source, line: 0 } };
  }
}
