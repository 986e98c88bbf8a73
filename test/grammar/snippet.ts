import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './support';

/** A snippet as VS Code reads it. */
export interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

/** The snippets of a language by their names. */
export const snippetsOf = (language: 'crm' | 'drbd' | 'corosync'): Readonly<Record<string, Snippet>> =>
  JSON.parse(readFileSync(join(root, 'snippets', `${language}.json`), 'utf8')) as Record<string, Snippet>;

/**
 * What a snippet inserts when every stop is left as it is: the default of `${1:x}`, the first of `${1|a,b|}`, the same
 * again at `$1`, nothing at `$0`. Throws at anything that it cannot read, and at a stop that no place gives a text.
 */
export function expand(snippet: Snippet): string {
  const body = snippet.body.join('\n');
  const defaults = new Map<string, string>([['0', '']]);
  for (const [, stop = '', text] of body.matchAll(/\$\{(\d+):([^${}]*)\}/g)) setOnce(defaults, stop, text ?? '');
  for (const [, stop = '', choices] of body.matchAll(/\$\{(\d+)\|([^${}|]+)\|\}/g))
    setOnce(defaults, stop, choices?.split(',')[0] ?? '');
  return body.replace(/\\([\\$}])|\$\{(\d+)(?::[^${}]*|\|[^${}|]+\|)?\}|\$(\d+)|\$/g, (all, escaped, long, short) => {
    if (escaped !== undefined) return escaped;
    const stop = long ?? short ?? assert.fail(`cannot read ${all} in ${snippet.prefix}`);
    return defaults.get(stop) ?? assert.fail(`no default for ${all} in ${snippet.prefix}`);
  });
}

function setOnce(defaults: Map<string, string>, stop: string, text: string): void {
  assert.ok(!defaults.has(stop), `stop ${stop} has two defaults`);
  defaults.set(stop, text);
}
