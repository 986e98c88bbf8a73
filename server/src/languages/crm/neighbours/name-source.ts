import type { LanguageModule } from '../../../core/language';
import type { Entry, UnitModel } from '../../../core/model/entries';

/**
 * A kind of file that is not ours to edit or to judge, but holds names of the same cluster: they are offered, found and
 * known. `read` gives what a file declares; it never throws.
 */
export const nameSource = (id: string, read: (text: string) => readonly Entry[]): LanguageModule<UnitModel> => ({
  id,
  namesOnly: true,
  systemFolders: new Set(['etc', 'corosync', 'var', 'lib', 'pacemaker', 'cib']),
  initialState: '',
  nextUnit: (text) => ({ end: text.length, after: '', open: true }),
  parse: (text) => ({
    root: { kind: 'file', start: 0, end: text.length, children: [{ kind: 'text', start: 0, end: text.length }] },
    problems: [],
  }),
  analyse: (text) => ({ entries: read(text), suppressions: [] }),
  slotAt: () => undefined,
  outline: () => [],
  highlights: () => [],
  folds: () => [],
  syntaxMessages: {},
  rules: [],
});
