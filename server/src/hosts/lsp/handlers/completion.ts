import type { CompletionItem, CompletionList, CompletionParams } from 'vscode-languageserver';
import type { Host } from '../host';
import * as toProto from '../to-proto';

/** Comes back with an item when its documentation is wanted. */
interface ItemData {
  readonly uri: string;
  readonly offset: number;
}

export function registerCompletion(host: Host): void {
  host.connection.onCompletion(
    host.answerWithFacts<CompletionParams, CompletionList | null>(null, ({ document, positions }, { position }) => {
      const offset = positions.offset(position);
      const list = host.service.completion(document.uri, offset, host.locale);
      if (!list) return null;
      const range = positions.range(list.span);
      const data: ItemData = { uri: document.uri, offset };
      const support = host.client.textDocument?.completion?.completionItem;
      const can = {
        snippets: support?.snippetSupport === true,
        labelDetails: support?.labelDetailsSupport === true,
        lazyDetail: support?.resolveSupport?.properties.includes('detail') === true,
      };
      const items = list.items.map((item) => toProto.completionItem(item, range, data, can));
      return { isIncomplete: list.incomplete, items };
    }),
  );
  host.connection.onCompletionResolve((item: CompletionItem) =>
    host.guard('completion resolve', item, () => {
      const data = item.data as ItemData | undefined;
      const found = data && host.service.completionItem(data.uri, data.offset, item.label, host.locale);
      const text = found?.documentation?.(host.locale);
      return {
        ...item,
        ...(found?.detail !== undefined && { detail: found.detail }),
        ...(text && { documentation: toProto.markdown(text) }),
      };
    }),
  );
}
