import { newService, serviceWith } from './service';

/**
 * Codes of the findings of a text in a language. In a text that names files (`== PATH ==` lines, for mistakes across
 * languages) each part is a file by its ending, and the findings of all are told.
 */
export function findingsOf(language: string, text: string, target: Readonly<Record<string, string>> = {}): string[] {
  const parts = text.split(/^== (\S+) ==\n/m);
  if (parts.length === 1) {
    const { service, uri } = serviceWith(language, text);
    service.workspace.configure({ target });
    service.lint(uri);
    return service.diagnostics(uri, 'en').map(({ code }) => code);
  }
  const service = newService();
  service.workspace.configure({ target });
  const uris: string[] = [];
  for (let i = 1; i < parts.length; i += 2) {
    const uri = `file:///cluster/${parts[i]}`;
    uris.push(uri);
    service.workspace.open(uri, languageOf(uri), parts[i + 1] ?? '');
  }
  return uris.flatMap((uri) => {
    service.lint(uri);
    return service.diagnostics(uri, 'en').map(({ code }) => code);
  });
}

const languageOf = (uri: string): string =>
  uri.endsWith('.crm') ? 'crm' : uri.endsWith('corosync.conf') ? 'corosync' : uri.endsWith('.xml') ? 'cib' : 'drbd';
