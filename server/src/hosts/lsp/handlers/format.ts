import type {
  DocumentFormattingParams,
  DocumentRangeFormattingParams,
  FormattingOptions,
  TextEdit,
} from 'vscode-languageserver';
import type { Edit } from '../../../base/edits';
import type { FormatStyle } from '../../../core/features/format-style';
import type { Host } from '../host';
import type { Positions } from '../positions';

/** Formatting of documents and of ranges; editors turn EditorConfig into the options that they send. */
export function registerFormat(host: Host): void {
  host.connection.onDocumentFormatting(
    host.answer<DocumentFormattingParams, TextEdit[]>([], ({ document, positions }, { options }) =>
      textEdits(positions, host.service.format(document.uri, styleOf(options))),
    ),
  );
  host.connection.onDocumentRangeFormatting(
    host.answer<DocumentRangeFormattingParams, TextEdit[]>([], ({ document, positions }, { options, range }) =>
      textEdits(positions, host.service.format(document.uri, styleOf(options), positions.span(range))),
    ),
  );
}

const styleOf = ({ insertSpaces, tabSize }: FormattingOptions): FormatStyle => ({
  indent: insertSpaces ? ' '.repeat(tabSize) : '\t',
});

const textEdits = (positions: Positions, edits: readonly Edit[]): TextEdit[] =>
  edits.map(({ span, newText }) => ({ range: positions.range(span), newText }));
