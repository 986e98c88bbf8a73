import type { Hover, HoverParams } from 'vscode-languageserver';
import type { Host } from '../host';
import * as toProto from '../to-proto';

export function registerHover(host: Host): void {
  host.connection.onHover(
    host.answerWithFacts<HoverParams, Hover | null>(null, ({ document, positions }, { position }) => {
      const found = host.service.hover(document.uri, positions.offset(position), host.locale);
      return found ? { contents: toProto.markdown(found.markdown), range: positions.range(found.span) } : null;
    }),
  );
}
