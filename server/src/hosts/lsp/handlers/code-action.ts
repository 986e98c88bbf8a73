import {
  type CodeAction,
  type CodeActionContext,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Diagnostic,
} from 'vscode-languageserver';
import type { Repair } from '../../../core/features/findings';
import type { Host } from '../host';
import type { Positions } from '../positions';
import * as toProto from '../to-proto';

/** The kind of the one action that makes all safe repairs of a file. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.linuxHa`;

export const offeredKinds = [
  CodeActionKind.QuickFix,
  CodeActionKind.RefactorExtract,
  CodeActionKind.RefactorRewrite,
  fixAllKind,
];

const words = {
  allOfKind: { en: 'Fix all of this kind in the file', ja: 'ファイル内の同種の問題をすべて修正' },
  all: { en: 'Fix all that is safe to fix', ja: '安全に修正できるものをすべて修正' },
};

export function registerCodeActions(host: Host): void {
  host.connection.onCodeAction(
    host.answer<CodeActionParams, CodeAction[]>([], ({ document, positions }, { range, context }) => {
      const wants = (kind: string) =>
        !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
      const actions: CodeAction[] = [];
      if (wants(CodeActionKind.QuickFix)) {
        const repairs = host.service.repairs(
          document.uri,
          positions.span(range),
          host.locale,
          host.severities(document.uri),
        );
        actions.push(
          ...repairs.map((repair) =>
            toProto.quickFix(document.uri, positions, repair, reported(host, positions, repair)),
          ),
        );
        actions.push(...fixAllOfKind(host, document.uri, positions, repairs));
      }
      if (wants(CodeActionKind.RefactorRewrite) && isWanted(context)) {
        const rewritings = host.service.conversions(document.uri, positions.span(range), host.locale);
        const useful = rewritings.filter(({ edits }) => edits.length > 0);
        actions.push(...useful.map((one) => toProto.rewriting(document.uri, positions, one, host)));
      }
      for (const { title, kind, edits } of isWanted(context)
        ? host.service.actions(document.uri, positions.span(range), host.locale)
        : [])
        if (wants(kind))
          actions.push({ title, kind, edit: { changes: { [document.uri]: toProto.textEdits(positions, edits) } } });
      if (context.only && wants(fixAllKind)) actions.push(...fixAll(host, document.uri, positions));
      return actions;
    }),
  );
}

/** Rewriting a whole file is worked out for somebody who asks, not with every move of the cursor. */
const isWanted = ({ triggerKind, only }: CodeActionContext): boolean =>
  triggerKind !== CodeActionTriggerKind.Automatic || only !== undefined;

const reported = (host: Host, positions: Positions, repair: Repair): Diagnostic =>
  toProto.diagnostic(positions, repair.diagnostic, host.positionsOf, host.rulePages);

/** One more action for each kind of finding that has more than this one safe repair in the file. */
function fixAllOfKind(host: Host, uri: string, positions: Positions, repairs: readonly Repair[]): CodeAction[] {
  const safe = new Map(repairs.filter((repair) => repair.safe).map((repair) => [repair.diagnostic.code, repair]));
  return [...safe].flatMap(([code, repair]) => {
    const edits = host.service.safeEdits(uri, code, host.severities(uri));
    if (edits.length <= repair.edits.length) return [];
    return {
      title: `${words.allOfKind[host.locale]} (${code})`,
      kind: CodeActionKind.QuickFix,
      diagnostics: [reported(host, positions, repair)],
      edit: { changes: { [uri]: toProto.textEdits(positions, edits) } },
    };
  });
}

function fixAll(host: Host, uri: string, positions: Positions): CodeAction[] {
  const edits = host.service.safeEdits(uri, undefined, host.severities(uri));
  if (edits.length === 0) return [];
  return [
    {
      title: words.all[host.locale],
      kind: fixAllKind,
      edit: { changes: { [uri]: toProto.textEdits(positions, edits) } },
    },
  ];
}
