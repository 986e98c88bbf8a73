import {
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { getOrAdd } from '../../base/maps';
import type { Host } from './host';
import { Linting } from './linting';
import * as toProto from './to-proto';

/**
 * Findings on their way to the client. A client that can ask for them (pull) is only told when answers may have
 * changed; to any other they are sent when they are ready and the version still stands (push).
 */
export class Diagnostics {
  /** Documents that were asked about before they were opened, as can happen after a restart. */
  private readonly askedEarly = new Set<string>();
  /** Documents whose findings the client has, and was not told since that they may have changed. */
  private readonly told = new Set<string>();
  /** What is being worked out to be pushed. */
  private readonly pushing = new Map<string, Linting>();

  constructor(private readonly host: Host) {}

  private get pulled(): boolean {
    return this.host.client.textDocument?.diagnostic !== undefined;
  }

  register(): void {
    this.host.connection.languages.diagnostics.on((params, token) => this.answer(params, token));
  }

  /** A document was opened or edited. */
  documentChanged(uri: string): void {
    if (!this.pulled) this.push(uri);
    const others = this.staleOthers(uri);
    if (this.askedEarly.delete(uri)) others.push(uri);
    if (others.length > 0) this.othersChanged(others);
  }

  /** Facts, settings or files changed: all open documents may have other findings now. */
  everythingChanged(): void {
    this.othersChanged([...this.host.documents.uris()]);
  }

  closed(uri: string): void {
    this.host.scheduler.drop(uri);
    this.pushing.get(uri)?.end();
    this.pushing.delete(uri);
    this.askedEarly.delete(uri);
    this.told.delete(uri);
    if (!this.pulled) void this.host.connection.sendDiagnostics({ uri, diagnostics: [] });
    this.othersChanged(this.staleOthers(uri));
  }

  private othersChanged(uris: readonly string[]): void {
    this.host.generation++;
    for (const uri of uris) this.told.delete(uri);
    if (!this.pulled) for (const uri of uris) this.push(uri);
    else if (uris.length > 0 && this.host.client.workspace?.diagnostics?.refreshSupport)
      this.host.connection.languages.diagnostics.refresh();
  }

  /**
   * Open documents that an edit of another one made stale (they include it, or it includes them). One that was not
   * asked about yet, or not since it was told of, need not be told.
   */
  private staleOthers(uri: string): string[] {
    return [...this.host.documents.uris()].filter(
      (other) =>
        other !== uri && this.told.has(other) && (this.host.service.workspace.file(other)?.stale.size ?? 0) > 0,
    );
  }

  private push(uri: string): void {
    const lint = getOrAdd(this.pushing, uri, () => new Linting(this.host, uri));
    this.host.scheduler.enqueue(uri, (proceed) =>
      this.host.guard('diagnostics', true, () => {
        if (!lint.go(proceed)) return false;
        this.pushing.delete(uri);
        const version = this.host.documents.get(uri)?.document.version;
        if (version !== undefined)
          void this.host.connection.sendDiagnostics({ uri, version, diagnostics: this.items(uri) });
        return true;
      }),
    );
  }

  private async answer(
    { textDocument: { uri }, previousResultId }: DocumentDiagnosticParams,
    token: CancellationToken,
  ): Promise<DocumentDiagnosticReport | ResponseError<{ retriggerRequest: boolean }>> {
    const { host } = this;
    const lint = new Linting(host, uri);
    for (let done = false; !done; ) {
      await host.scheduler.turn();
      // It was the client that cancelled: it asks again by itself, and must not be told that it need not.
      if (token.isCancellationRequested) {
        lint.end();
        return new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled', { retriggerRequest: true });
      }
      const end = performance.now() + 10;
      done = host.guard('diagnostics', true, () => lint.go(() => performance.now() < end));
    }
    if (!host.documents.get(uri)) this.askedEarly.add(uri);
    const resultId = `${host.documents.get(uri)?.document.version ?? 0}:${host.generation}`;
    if (resultId === previousResultId) return { kind: DocumentDiagnosticReportKind.Unchanged, resultId };
    return {
      kind: DocumentDiagnosticReportKind.Full,
      resultId,
      items: host.guard('diagnostics', [], () => this.items(uri)),
    };
  }

  private items(uri: string): Diagnostic[] {
    const { service, severities, locale, documents } = this.host;
    const positions = documents.get(uri)?.positions;
    if (!positions) return [];
    this.told.add(uri);
    return service
      .diagnostics(uri, locale, severities(uri))
      .map((found) => toProto.diagnostic(positions, found, this.host.positionsOf, this.host.rulePages));
  }
}
