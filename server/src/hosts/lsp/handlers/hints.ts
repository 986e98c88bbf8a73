import {
  type CodeLens,
  type CodeLensParams,
  type InlayHint,
  InlayHintKind,
  type InlayHintParams,
} from 'vscode-languageserver';
import type { FileHint, FileLens } from '../../../core/features/shown';
import type { Host } from '../host';
import type { Positions } from '../positions';
import { showPlacesCommand } from '../protocol';
import * as toProto from '../to-proto';

/** What is shown besides the text: hints within lines, lenses above them. Settings say which kinds. */
export function registerHints(host: Host): void {
  const { connection, service } = host;
  connection.languages.inlayHint.on(
    host.answerWithFacts<InlayHintParams, InlayHint[]>([], ({ document, positions }, { range }) =>
      service
        .hints(document.uri, positions.span(range), host.locale, switchedOn(host.settingsFor(document.uri).inlayHints))
        .map((hint) => inlayHint(positions, hint)),
    ),
  );
  connection.onCodeLens(
    host.answerWithFacts<CodeLensParams, CodeLens[]>([], ({ document, positions }) =>
      service
        .lenses(document.uri, host.locale, switchedOn(host.settingsFor(document.uri).codeLens))
        .map((lens) => codeLens(host, document.uri, positions, lens)),
    ),
  );
}

const switchedOn = (switches: Readonly<Record<string, boolean>>): ReadonlySet<string> =>
  new Set(Object.keys(switches).filter((kind) => switches[kind]));

/** Has the client ask again: facts, settings or other files have changed. */
export function refreshShown({ connection, client }: Host): void {
  const { inlayHint, codeLens, semanticTokens } = client.workspace ?? {};
  if (inlayHint?.refreshSupport) connection.languages.inlayHint.refresh();
  if (codeLens?.refreshSupport) void connection.sendRequest('workspace/codeLens/refresh');
  if (semanticTokens?.refreshSupport) connection.languages.semanticTokens.refresh();
}

const inlayHint = (positions: Positions, { at, label, tooltip, edits }: FileHint): InlayHint => ({
  position: positions.position(at),
  label,
  kind: InlayHintKind.Parameter,
  paddingLeft: true,
  paddingRight: true,
  ...(tooltip !== undefined && { tooltip }),
  ...(edits && { textEdits: toProto.textEdits(positions, edits) }),
});

/** A click lists the places where the client has a command for that; else the line is there to be read. */
function codeLens(host: Host, uri: string, positions: Positions, { span, title, places }: FileLens): CodeLens {
  const range = positions.range(span);
  const command = host.options.showPlaces
    ? { title, command: showPlacesCommand, arguments: [uri, range.start, toProto.locations(places, host.positionsOf)] }
    : { title, command: '' };
  return { range, command };
}
