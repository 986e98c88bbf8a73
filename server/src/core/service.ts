import type { Edit } from '../base/edits';
import type { Span } from '../base/span';
import type { Locale, Text } from '../base/text';
import { type Action, actions } from './features/actions';
import { type CompletionItem, type CompletionList, completion } from './features/completion';
import { conversions, type Rewriting } from './features/conversions';
import {
  type Diagnostic,
  diagnostics,
  lintStale,
  type Repair,
  repairs,
  type Severities,
  safeEdits,
} from './features/findings';
import { format, formatTyped } from './features/format';
import type { FormatStyle } from './features/format-style';
import { highlights, type Measure, semanticTokens } from './features/highlights';
import { type Hover, hover } from './features/hover';
import { slotAt } from './features/locate';
import { definitions, type Location, linkedPlaces, occurrences, occurrencesHere } from './features/navigation';
import { type FilePremise, premises } from './features/premises';
import { rename, renameObstacle, renameTarget } from './features/rename';
import { rulePage } from './features/rule-page';
import { type Neighbour, neighbours, type Stage, stageAt } from './features/sequence';
import { type FileHint, type FileLens, hints, type Link, lenses, links, type Wanted } from './features/shown';
import { type Signature, signature } from './features/signature';
import { type Fold, folds, outline, selections } from './features/structure';
import type { Highlight, OutlineItem } from './language';
import { printTree } from './syntax/tree';
import { Workspace, type WorkspaceOptions } from './workspace/workspace';

/**
 * The engine's door for hosts: questions about files, in UTF-16 offsets of the file. Files come and change through
 * `workspace`. A file that we do not know has no answers.
 */
export class LanguageService {
  readonly workspace: Workspace;

  constructor(options: WorkspaceOptions) {
    this.workspace = new Workspace(options);
  }

  hover(uri: string, offset: number, locale: Locale): Hover | undefined {
    return hover(this.workspace, uri, offset, locale);
  }

  completion(uri: string, offset: number, locale: Locale): CompletionList | undefined {
    return completion(this.workspace, uri, offset, locale);
  }

  /** The item with this label of the list at an offset, as it is now. */
  completionItem(uri: string, offset: number, label: string, locale: Locale): CompletionItem | undefined {
    return completion(this.workspace, uri, offset, locale)?.items.find((item) => item.label === label);
  }

  /** `asked`: somebody wants to see it; else it is what typing shows by itself. */
  signature(uri: string, offset: number, locale: Locale, asked: boolean): Signature | undefined {
    return signature(this.workspace, uri, offset, locale, asked);
  }

  definitions(uri: string, offset: number): Location[] {
    return definitions(this.workspace, uri, offset);
  }

  occurrences(uri: string, offset: number): Location[] {
    return occurrences(this.workspace, uri, offset);
  }

  /** The occurrences in the file itself, in their order. */
  occurrencesHere(uri: string, offset: number): Location[] {
    return occurrencesHere(this.workspace, uri, offset);
  }

  /** Where the name at an offset stands in its statement, if more than once. */
  linkedPlaces(uri: string, offset: number): Span[] {
    return linkedPlaces(this.workspace, uri, offset);
  }

  links(uri: string): Link[] {
    const file = this.workspace.file(uri);
    return file ? links(this.workspace, file) : [];
  }

  lenses(uri: string, locale: Locale, wanted: Wanted): FileLens[] {
    const file = this.workspace.file(uri);
    return file ? lenses(this.workspace, file, locale, wanted) : [];
  }

  hints(uri: string, within: Span, locale: Locale, wanted: Wanted): FileHint[] {
    const file = this.workspace.file(uri);
    return file ? hints(this.workspace, file, within, locale, wanted) : [];
  }

  /** What the thing at an offset is in an order of things. */
  stageAt(uri: string, offset: number): Stage | undefined {
    return stageAt(this.workspace, uri, offset);
  }

  /** What comes before the thing at an offset, or after it. */
  neighbours(uri: string, offset: number, direction: 'before' | 'after'): Neighbour[] {
    return neighbours(this.workspace, uri, offset, direction);
  }

  renameTarget(uri: string, offset: number): { span: Span; name: string } | undefined {
    return renameTarget(this.workspace, uri, offset);
  }

  renameObstacle(uri: string, offset: number, newName: string): Text | undefined {
    return renameObstacle(this.workspace, uri, offset, newName);
  }

  rename(uri: string, offset: number, newName: string): ReadonlyMap<string, readonly Edit[]> {
    return rename(this.workspace, uri, offset, newName);
  }

  outline(uri: string): OutlineItem[] {
    const file = this.workspace.file(uri);
    return file ? outline(file) : [];
  }

  folds(uri: string): Fold[] {
    const file = this.workspace.file(uri);
    return file ? folds(file) : [];
  }

  selections(uri: string, offset: number): Span[] {
    const file = this.workspace.file(uri);
    return file ? selections(this.workspace, file, offset) : [];
  }

  highlights(uri: string, within?: Span): Highlight[] {
    const file = this.workspace.file(uri);
    return file ? highlights(this.workspace, file, within) : [];
  }

  /** The classes of words as the protocol's numbers; `measure` counts as the client does. */
  semanticTokens(uri: string, measure: Measure, within?: Span): number[] {
    const file = this.workspace.file(uri);
    return file ? semanticTokens(this.workspace, file, measure, within) : [];
  }

  /** Works findings out until `proceed` says no; whether all are. */
  lint(uri: string, proceed?: () => boolean): boolean {
    const file = this.workspace.file(uri);
    return !file || lintStale(this.workspace, file, proceed);
  }

  /** What `lint` found so far; of more than `most` (what is good for an editor) the lightest are left out. */
  diagnostics(uri: string, locale: Locale, severities?: Severities, most?: number): Diagnostic[] {
    const file = this.workspace.file(uri);
    return file ? diagnostics(this.workspace, file, locale, severities, most) : [];
  }

  repairs(uri: string, within: Span, locale: Locale, severities?: Severities): Repair[] {
    const file = this.workspace.file(uri);
    if (!file) return [];
    lintStale(this.workspace, file);
    return repairs(this.workspace, file, within, locale, severities);
  }

  /** All safe repairs of a file at once, of one kind if `code` is given; none of what is switched off. */
  safeEdits(uri: string, code?: string, severities?: Severities): Edit[] {
    const file = this.workspace.file(uri);
    if (!file) return [];
    lintStale(this.workspace, file);
    return safeEdits(file, code, severities);
  }

  /** The edits that lay out a file, or the units that a span touches. */
  format(uri: string, style: FormatStyle, within?: Span): Edit[] {
    const file = this.workspace.file(uri);
    return file ? format(file, style, within) : [];
  }

  /** The edits that a character asks for which was just typed in front of an offset. */
  formatTyped(uri: string, offset: number, character: string, style: FormatStyle): Edit[] {
    const file = this.workspace.file(uri);
    return file ? formatTyped(file, offset, character, style) : [];
  }

  /** Pasted text as it belongs into a file of a language; undefined if it does already. */
  cleanPasted(languageId: string, text: string): string | undefined {
    const clean = this.workspace.language(languageId)?.cleanPasted?.(text);
    return clean === text ? undefined : clean;
  }

  /** Changes that may be wanted for what a span touches. */
  actions(uri: string, within: Span, locale: Locale): Action[] {
    const file = this.workspace.file(uri);
    return file ? actions(this.workspace, file, within, locale) : [];
  }

  /** Rewritings of what a span touches, of the whole file if it is empty. */
  conversions(uri: string, within: Span, locale: Locale): Rewriting[] {
    const file = this.workspace.file(uri);
    return file ? conversions(this.workspace, file, within, locale) : [];
  }

  /** What answers about a file rest on: versions, whether it is a whole. */
  premises(uri: string): FilePremise[] {
    const file = this.workspace.file(uri);
    return file ? premises(this.workspace, file) : [];
  }

  /** The page about a code of findings (Markdown); undefined for a code that nobody uses. */
  rulePage(code: string, locale: Locale): string | undefined {
    const language = this.workspace.language(code.slice(0, Math.max(0, code.indexOf('/'))));
    return language && rulePage(language, code, locale);
  }

  /** The syntax tree of the unit at an offset as text, for people who debug. */
  syntaxTree(uri: string, offset: number): string {
    const unit = this.workspace.file(uri)?.unitAt(offset);
    return unit ? printTree(unit.text, unit.parsed.root) : '';
  }

  /** The slot at an offset as text, for people who debug. */
  slotText(uri: string, offset: number): string {
    const file = this.workspace.file(uri);
    const slot = file && slotAt(this.workspace, file, offset);
    if (!slot) return '';
    const offers = slot.offers.map(({ kind, ...rest }) => ({
      kind,
      ...('namespaces' in rest ? { namespaces: rest.namespaces } : {}),
    }));
    return JSON.stringify({ ...slot, offers }, undefined, 2);
  }
}
