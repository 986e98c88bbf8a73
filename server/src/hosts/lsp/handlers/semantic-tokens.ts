import type {
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  SemanticTokensParams,
  SemanticTokensRangeParams,
} from 'vscode-languageserver';
import type { Span } from '../../../base/span';
import { tokenEdits } from '../../../core/features/highlights';
import type { Host } from '../host';
import { measures } from '../positions';

/** The last answer about a document, which the next one may be given as a difference to. */
interface Sent {
  readonly resultId: string;
  readonly data: readonly number[];
}

export function registerSemanticTokens(host: Host): void {
  const { connection, service } = host;
  const sent = new Map<string, Sent>();
  let count = 0;
  const tokens = (uri: string, within?: Span) => service.semanticTokens(uri, measures[host.documents.encoding], within);
  const keep = (uri: string, data: readonly number[]): string => {
    for (const known of sent.keys()) if (!host.documents.get(known)) sent.delete(known);
    const resultId = String(++count);
    sent.set(uri, { resultId, data });
    return resultId;
  };
  connection.languages.semanticTokens.on(
    host.answer<SemanticTokensParams, SemanticTokens>({ data: [] }, ({ document: { uri } }) => {
      const data = tokens(uri);
      return { resultId: keep(uri, data), data };
    }),
  );
  connection.languages.semanticTokens.onDelta(
    host.answer<SemanticTokensDeltaParams, SemanticTokens | SemanticTokensDelta>(
      { data: [] },
      ({ document: { uri } }, { previousResultId }) => {
        const before = sent.get(uri);
        const data = tokens(uri);
        const resultId = keep(uri, data);
        if (before?.resultId !== previousResultId) return { resultId, data };
        return { resultId, edits: tokenEdits(before.data, data).map((edit) => ({ ...edit, data: [...edit.data] })) };
      },
    ),
  );
  connection.languages.semanticTokens.onRange(
    host.answer<SemanticTokensRangeParams, SemanticTokens>(
      { data: [] },
      ({ document: { uri }, positions }, { range }) => ({ data: tokens(uri, positions.span(range)) }),
    ),
  );
}
