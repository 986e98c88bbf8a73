import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A text and what crmsh says of it, as recorded in test/oracle/crm/verdicts.txt. */
export interface RecordedVerdict {
  readonly text: string;
  readonly verdict: 'takes' | 'refuses' | 'schema refuses';
  /** We say something else, on purpose. */
  readonly differs: boolean;
}

/** The recorded verdicts. The oracle test compares the record with the crmsh that is installed. */
export function recordedVerdicts(): RecordedVerdict[] {
  const source = readFileSync(join(import.meta.dirname, 'verdicts.txt'), 'utf8');
  return source
    .split(/^--- /m)
    .slice(1)
    .map((part) => {
      const [, verdict = '', differs, text = ''] = /^([a-z ]+?)(, we differ)?\n(.*)\n$/s.exec(part) ?? [];
      if (verdict !== 'takes' && verdict !== 'refuses' && verdict !== 'schema refuses')
        throw new Error(`no verdict: ${part}`);
      return { text, verdict, differs: differs !== undefined };
    });
}
