import type {
  DocumentFormattingParams,
  DocumentOnTypeFormattingParams,
  DocumentRangeFormattingParams,
  FormattingOptions,
  TextEdit,
} from 'vscode-languageserver';
import type { FormatStyle } from '../../../core/features/format-style';
import type { Host } from '../host';
import * as toProto from '../to-proto';

/** What is laid out as soon as it is typed. */
export const typedCharacters = { firstTriggerCharacter: '\n', moreTriggerCharacter: ['}', ';'] };

/** Formatting of documents, of ranges and while typing; editors turn EditorConfig into the options that they send. */
export function registerFormat(host: Host): void {
  host.connection.onDocumentFormatting(
    host.answer<DocumentFormattingParams, TextEdit[]>([], ({ document, positions }, { options }) =>
      toProto.textEdits(positions, host.service.format(document.uri, styleOf(host, document.uri, options))),
    ),
  );
  host.connection.onDocumentRangeFormatting(
    host.answer<DocumentRangeFormattingParams, TextEdit[]>([], ({ document, positions }, { options, range }) =>
      toProto.textEdits(
        positions,
        host.service.format(document.uri, styleOf(host, document.uri, options), positions.span(range)),
      ),
    ),
  );
  host.connection.onDocumentOnTypeFormatting(
    host.answer<DocumentOnTypeFormattingParams, TextEdit[]>(
      [],
      ({ document, positions }, { options, position, ch }) => {
        const offset = positions.offset(position);
        return toProto.textEdits(
          positions,
          host.service.formatTyped(document.uri, offset, ch, styleOf(host, document.uri, options)),
        );
      },
    ),
  );
}

/** What the editor says, and the user's own choices. */
function styleOf(host: Host, uri: string, options: FormattingOptions): FormatStyle {
  const { insertSpaces, tabSize, trimTrailingWhitespace, insertFinalNewline, trimFinalNewlines } = options;
  return {
    indent: insertSpaces ? ' '.repeat(tabSize) : '\t',
    ...(trimTrailingWhitespace !== undefined && { trimTrailingWhitespace }),
    ...(insertFinalNewline !== undefined && { insertFinalNewline }),
    ...(trimFinalNewlines !== undefined && { trimFinalNewlines }),
    choices: host.layout(uri),
  };
}

/** What is chosen, where the second stands over the first. */
export function mergedChoices(usual: Choices, own: Choices = {}): Choices {
  const languages = new Set([...Object.keys(usual), ...Object.keys(own)]);
  return Object.fromEntries([...languages].map((language) => [language, { ...usual[language], ...own[language] }]));
}

type Choices = NonNullable<FormatStyle['choices']>;
