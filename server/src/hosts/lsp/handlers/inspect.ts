import type { Host } from '../host';
import { inspectRequest } from '../protocol';

/** "Show syntax tree" and "show slot": what we understood of a place, for bug reports. */
export function registerInspect(host: Host): void {
  host.connection.onRequest(inspectRequest, ({ uri, position, what }) =>
    host.guard('inspect', '', () => {
      const offset = host.documents.get(uri)?.positions.offset(position);
      if (offset === undefined) return '';
      return what === 'tree' ? host.service.syntaxTree(uri, offset) : host.service.slotText(uri, offset);
    }),
  );
}
