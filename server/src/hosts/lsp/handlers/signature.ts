import { type SignatureHelp, type SignatureHelpParams, SignatureHelpTriggerKind } from 'vscode-languageserver';
import type { Host } from '../host';
import * as toProto from '../to-proto';

export function registerSignature(host: Host): void {
  host.connection.onSignatureHelp(
    host.answerWithFacts<SignatureHelpParams, SignatureHelp | null>(
      null,
      ({ document, positions }, { position, context }) => {
        // A blank shows it by itself only for statements whose order people forget; once it is there it follows.
        const asked = context?.triggerKind !== SignatureHelpTriggerKind.TriggerCharacter || context.isRetrigger;
        const found = host.service.signature(document.uri, positions.offset(position), host.locale, asked);
        return found ? toProto.signatureHelp(found) : null;
      },
    ),
  );
}
