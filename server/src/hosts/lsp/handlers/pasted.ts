import type { Host } from '../host';
import { cleanPastedRequest } from '../protocol';

const title = {
  en: 'Paste with plain quotes, without prompts',
  ja: '引用符を半角にし、プロンプトを除いて貼り付け',
};

/** What the client offers instead of text that was pasted as it is. */
export function registerPasted(host: Host): void {
  host.connection.onRequest(cleanPastedRequest, ({ uri, text }) =>
    host.guard('cleanPasted', null, () => {
      const language = host.service.workspace.file(uri)?.language.id;
      const clean = language === undefined ? undefined : host.service.cleanPasted(language, text);
      return clean === undefined ? null : { title: title[host.locale], text: clean };
    }),
  );
}
