import {
  type ClientCapabilities,
  type CodeAction,
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  InsertTextFormat,
  type Location,
  type LocationLink,
  MarkupKind,
  type SignatureHelp,
  SymbolKind,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Edit } from '../../base/edits';
import type { Span } from '../../base/span';
import { fill, type Locale } from '../../base/text';
import type { CompletionItem as Item } from '../../core/features/completion';
import type { Rewriting } from '../../core/features/conversions';
import type { Diagnostic as Found, Repair } from '../../core/features/findings';
import type { Signature } from '../../core/features/signature';
import type { Fold } from '../../core/features/structure';
import type { OutlineItem } from '../../core/language';
import type { Severity } from '../../core/workspace/unit';
import type { Positions } from './positions';

/** Finds the positions of a file, open or not. */
type PositionsOf = (uri: string) => Positions | undefined;

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** `pages` stands in front of the code in the address of the page about it; without it there is no link. */
export function diagnostic(
  positions: Positions,
  found: Found,
  positionsOf: PositionsOf,
  pages?: string | undefined,
): Diagnostic {
  const related = found.related.flatMap(({ uri, span, message }) => {
    const place = location(uri, span, positionsOf);
    return place ? [{ location: place, message }] : [];
  });
  return {
    range: positions.range(found.span),
    severity: severities[found.severity],
    code: found.code,
    ...(pages !== undefined && found.code.includes('/') && { codeDescription: { href: `${pages}${found.code}.md` } }),
    source: 'linux-ha',
    message: found.message,
    ...(related.length > 0 && { relatedInformation: related }),
    ...(found.tags.length > 0 && {
      tags: found.tags.map((tag) => (tag === 'deprecated' ? DiagnosticTag.Deprecated : DiagnosticTag.Unnecessary)),
    }),
  };
}

export const markdown = (value: string) => ({ kind: MarkupKind.Markdown, value });

export function location(
  uri: string,
  span: { start: number; end: number },
  positionsOf: PositionsOf,
): Location | undefined {
  const range = positionsOf(uri)?.range(span);
  return range && { uri, range };
}

export const locations = (
  places: readonly { readonly uri: string; readonly span: Span }[],
  positionsOf: PositionsOf,
): Location[] => places.flatMap(({ uri, span }) => location(uri, span, positionsOf) ?? []);

/** Places with the whole of what is declared there, for editors that show it. */
export const locationLinks = (
  places: readonly { readonly uri: string; readonly span: Span; readonly whole?: Span }[],
  positionsOf: PositionsOf,
): LocationLink[] =>
  places.flatMap(({ uri, span, whole }) => {
    const positions = positionsOf(uri);
    const targetSelectionRange = positions?.range(span);
    return targetSelectionRange && positions
      ? [{ targetUri: uri, targetRange: positions.range(whole ?? span), targetSelectionRange }]
      : [];
  });

export const textEdits = (positions: Positions, edits: readonly Edit[]): TextEdit[] =>
  edits.map(({ span, newText }) => ({ range: positions.range(span), newText }));

export function workspaceEdit(edits: ReadonlyMap<string, readonly Edit[]>, positionsOf: PositionsOf): WorkspaceEdit {
  const changes: Record<string, TextEdit[]> = {};
  for (const [uri, list] of edits) {
    const positions = positionsOf(uri);
    if (positions) changes[uri] = textEdits(positions, list);
  }
  return { changes };
}

export function quickFix(uri: string, positions: Positions, repair: Repair, reported: Diagnostic): CodeAction {
  return {
    title: repair.title,
    kind: 'quickfix',
    diagnostics: [reported],
    isPreferred: repair.safe,
    edit: { changes: { [uri]: textEdits(positions, repair.edits) } },
  };
}

const leftWords = {
  left: { en: '{count} left to you', ja: '要確認 {count} 件' },
  line: { en: 'Line {line}: {text}', ja: '{line} 行目: {text}' },
};

/** A rewriting; what it has to say goes with the edit, for clients that show it before they apply it. */
export function rewriting(
  uri: string,
  positions: Positions,
  { title, edits, remarks }: Rewriting,
  { client, locale }: { readonly client: ClientCapabilities; readonly locale: Locale },
): CodeAction {
  const count = remarks.filter(({ open }) => open).length;
  const changes = textEdits(positions, edits);
  const line = (span: Span) => positions.range(span).start.line + 1;
  const description = remarks
    .map(({ span, text }) => fill(leftWords.line[locale], { line: line(span), text }))
    .join('\n');
  const annotated = remarks.length > 0 && client.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;
  return {
    title: count === 0 ? title : `${title} (${fill(leftWords.left[locale], { count })})`,
    kind: 'refactor.rewrite',
    edit: annotated
      ? {
          documentChanges: [
            {
              textDocument: { uri, version: null },
              edits: changes.map((change) => ({ ...change, annotationId: 'rewriting' })),
            },
          ],
          changeAnnotations: { rewriting: { label: title, description } },
        }
      : { changes: { [uri]: changes } },
  };
}

const completionKinds: Readonly<Record<string, CompletionItemKind>> = {
  keyword: CompletionItemKind.Keyword,
  command: CompletionItemKind.Keyword,
  section: CompletionItemKind.Module,
  statement: CompletionItemKind.Keyword,
  agent: CompletionItemKind.Class,
  action: CompletionItemKind.Method,
  parameter: CompletionItemKind.Field,
  property: CompletionItemKind.Property,
  meta: CompletionItemKind.Property,
  option: CompletionItemKind.Property,
  operator: CompletionItemKind.Operator,
  role: CompletionItemKind.EnumMember,
  value: CompletionItemKind.Value,
  symbol: CompletionItemKind.Reference,
  snippet: CompletionItemKind.Snippet,
};

export function signatureHelp({ label, documentation, parts, active }: Signature): SignatureHelp {
  const parameters = parts.map(({ start, end, documentation: said }) => ({
    label: [start, end] as [number, number],
    ...(said !== undefined && { documentation: said }),
  }));
  // Behind the last one nothing is marked.
  const activeParameter = active ?? parts.length;
  return {
    signatures: [{ label, parameters, activeParameter, ...(documentation !== undefined && { documentation }) }],
    activeSignature: 0,
    activeParameter,
  };
}

/** `data` comes back with the request for the item's documentation. */
export function completionItem(
  item: Item,
  range: TextEdit['range'],
  data: unknown,
  can: { readonly snippets: boolean; readonly lazyDetail: boolean; readonly labelDetails: boolean },
): CompletionItem {
  const { snippets, lazyDetail, labelDetails } = can;
  const isSnippet = item.isSnippet && snippets;
  return {
    label: item.label,
    kind: completionKinds[item.kind] ?? CompletionItemKind.Property,
    sortText: item.sortText,
    filterText: item.label,
    textEdit: { range, newText: item.isSnippet && !snippets ? plainSnippet(item.insertText) : item.insertText },
    ...(isSnippet && { insertTextFormat: InsertTextFormat.Snippet }),
    ...(item.detail !== undefined && !lazyDetail && { detail: item.detail }),
    ...(item.detail !== undefined && labelDetails && { labelDetails: { description: item.detail } }),
    ...(item.deprecated && { tags: [CompletionItemTag.Deprecated] }),
    ...(item.goesOn && { command: { title: '', command: 'editor.action.triggerSuggest' } }),
    ...((item.documentation || item.detail !== undefined) && { data }),
  };
}

/** A snippet for clients that know none: what stands at the tab stops stays. */
const plainSnippet = (body: string): string =>
  body
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\{\d+\|([^,|]*)[^}]*\}/g, '$1')
    .replace(/\$\{?\d+\}?/g, '')
    .replace(/\\(.)/g, '$1');

const symbolKinds: Readonly<Record<string, SymbolKind>> = {
  heading: SymbolKind.Namespace,
  node: SymbolKind.Interface,
  on: SymbolKind.Interface,
  floating: SymbolKind.Interface,
  'stacked-on-top-of': SymbolKind.Interface,
  primitive: SymbolKind.Object,
  group: SymbolKind.Package,
  clone: SymbolKind.Array,
  ms: SymbolKind.Array,
  master: SymbolKind.Array,
  bundle: SymbolKind.Package,
  rsc_template: SymbolKind.Class,
  location: SymbolKind.Event,
  colocation: SymbolKind.Event,
  order: SymbolKind.Event,
  rsc_ticket: SymbolKind.Event,
  property: SymbolKind.Property,
  rsc_defaults: SymbolKind.Property,
  op_defaults: SymbolKind.Property,
  fencing_topology: SymbolKind.Operator,
  resource: SymbolKind.Class,
  volume: SymbolKind.Struct,
  connection: SymbolKind.Event,
  'connection-mesh': SymbolKind.Event,
  path: SymbolKind.Event,
  include: SymbolKind.File,
  global: SymbolKind.Module,
  common: SymbolKind.Module,
  net: SymbolKind.Module,
  disk: SymbolKind.Module,
  options: SymbolKind.Module,
  startup: SymbolKind.Module,
  handlers: SymbolKind.Module,
  syncer: SymbolKind.Module,
  proxy: SymbolKind.Module,
  tag: SymbolKind.Enum,
  role: SymbolKind.Key,
  command: SymbolKind.Function,
  member: SymbolKind.Field,
};

export function documentSymbol(positions: Positions, item: OutlineItem): DocumentSymbol {
  return {
    name: item.name === '' ? item.kind : item.name,
    kind: symbolKinds[item.kind] ?? SymbolKind.Key,
    range: positions.range(item.span),
    selectionRange: positions.range(item.nameSpan),
    ...(item.detail !== undefined && { detail: item.detail }),
    ...(item.children && { children: item.children.map((child) => documentSymbol(positions, child)) }),
  };
}

export function foldingRange(positions: Positions, { span, kind }: Fold): FoldingRange[] {
  const { start, end } = positions.range(span);
  if (start.line >= end.line) return [];
  const proto = kind === 'comment' ? FoldingRangeKind.Comment : kind === 'region' ? FoldingRangeKind.Region : undefined;
  return [{ startLine: start.line, endLine: end.line, ...(proto && { kind: proto }) }];
}
