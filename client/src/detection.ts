import * as vscode from 'vscode';
import { type Detection, detectLanguage } from '../../server/src/languages/detect';

/** Where the user's own choice of a file's language is kept, by address. */
const choicesKey = 'languageChoices';

/** Most choices that are kept; the oldest go first. */
const mostChoices = 200;

/** Languages that editors give to files whose names say nothing to them. */
const undecided = new Set(['plaintext', 'properties', 'ini', 'conf', 'rescript', 'shellscript']);

export const ourLanguages = ['crm', 'drbd'] as const;

/** Why a document has the language that it has. */
export type Reason = Detection['by'] | 'choice';

/**
 * Decides which documents are ours. VS Code knows the plain cases by name (the manifest says them); this adds what
 * has to look inside: modelines, and `.conf` and `.res` files by content. The user's own choice stands over all.
 */
export class LanguageDetection {
  constructor(private readonly memory: vscode.Memento) {}

  /** Gives an opened document the language that it should have. */
  async apply(document: vscode.TextDocument): Promise<void> {
    const wanted = this.decide(document)?.language;
    if (wanted === undefined || wanted === document.languageId) return;
    if (wanted !== 'none') await vscode.languages.setTextDocumentLanguage(document, wanted);
    else if (isOurs(document)) await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
  }

  /** What a document is to be and why; undefined: nothing speaks for one of our languages, or another one has it. */
  decide(document: vscode.TextDocument): { language: string; by: Reason } | undefined {
    if (document.uri.scheme === 'output' || document.uri.scheme.startsWith('git')) return undefined;
    const chosen = this.choices()[document.uri.toString()];
    if (chosen !== undefined) return { language: chosen, by: 'choice' };
    if (!isOurs(document) && !undecided.has(document.languageId)) return undefined;
    return detectLanguage(document.uri.path, head(document));
  }

  /** Keeps the user's choice for a document (a language of ours or `none`) and applies it. */
  async choose(document: vscode.TextDocument, language: string): Promise<void> {
    const key = document.uri.toString();
    const { [key]: _, ...others } = this.choices();
    const kept = Object.entries(others).slice(1 - mostChoices);
    await this.memory.update(choicesKey, Object.fromEntries([...kept, [key, language]]));
    await this.apply(document);
  }

  private choices(): Readonly<Record<string, string>> {
    return this.memory.get<Record<string, string>>(choicesKey, {});
  }
}

export const isOurs = (document: vscode.TextDocument): boolean =>
  (ourLanguages as readonly string[]).includes(document.languageId);

/** The first lines, without copying a large document. */
const head = (document: vscode.TextDocument): string => document.getText(new vscode.Range(0, 0, 200, 0)).slice(0, 8000);
