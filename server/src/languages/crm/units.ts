import type { CarriedState } from '../../core/workspace/unit';

/**
 * What a line is read as:
 * - `statement`: configuration (also commands of the configure level);
 * - `command`: a line for crm's interpreter at another level than configure;
 * - `raw`: a line that is not for crm (shell), or the end of a here-document;
 * - `comment`, `blank`.
 * `from` is where the part for crm begins, behind a prompt or `crm configure`.
 */
export interface LineShape {
  readonly kind: 'statement' | 'command' | 'raw' | 'comment' | 'blank';
  readonly from: number;
  /** The words come through a shell first: `$x` and globs are its business. */
  readonly shell: boolean;
}

/** State: empty, or `level` (interpreter), `sh` (shell script), `here:WORD:outer` (a here-document that feeds crm). */
const here = /^here:([^:]*):(.*)$/;

/** Levels of crm's interpreter besides `configure` (crmsh 4.4.1, crmsh/ui_root.py). */
const levels = new Set([
  'cib',
  'cibstatus',
  'resource',
  'node',
  'ra',
  'options',
  'corosync',
  'cluster',
  'script',
  'history',
  'site',
  'template',
  'maintenance',
  'configure',
  'report',
]);
const leaving = new Set(['end', 'up', 'cd', '..', 'back']);
const quitting = new Set(['exit', 'quit', 'bye']);

const prompt = /^\s*crm\((?:[\w./-]*)\)(\w*)#\s?/;
const shellCrm =
  /^\s*(?:[#$%>]\s+)?(?:sudo\s+(?:-\w+\s+)*)?(?:\/usr\/s?bin\/)?crm(?=\s)(?:\s+-{1,2}(?!f\b)[\w-]+(?:=\S+)?)*\s*/;
const hereStart = /<<-?\s*(['"]?)([\w.]+)\1/;

/** Where the logical line at `start` ends (crmsh's continuation rules), and the state after it. */
export function nextUnit(
  text: string,
  start: number,
  state: CarriedState,
): { end: number; after: CarriedState; open: boolean } {
  let at = start;
  let open = true;
  for (;;) {
    const newline = text.indexOf('\n', at);
    const line = text.slice(at, newline < 0 ? text.length : newline).trim();
    at = newline < 0 ? text.length : newline + 1;
    const continued = line.endsWith('\\') && !isRaw(state, line);
    if (newline < 0 || (continued && at >= text.length)) break;
    if (!continued) {
      open = false;
      break;
    }
  }
  return { end: at, after: stateAfter(text.slice(start, at), state), open };
}

const isRaw = (state: CarriedState, line: string): boolean => state === 'sh' && !shellCrm.test(line);

/** What a unit's text is read as, given the state before it. */
export function shapeOf(text: string, state: CarriedState): LineShape {
  const line = joined(text);
  const inHere = here.exec(state);
  if (line === '') return { kind: 'blank', from: 0, shell: false };
  if (inHere && line === inHere[1]) return { kind: 'raw', from: 0, shell: false };
  const prompted = prompt.exec(text);
  if (prompted) return afterPrompt(text, prompted);
  if (line.startsWith('#')) return { kind: 'comment', from: 0, shell: false };
  const shell = inHere ? undefined : shellCrm.exec(text);
  if (shell) return afterShellCrm(text, shell[0].length);
  if (state === 'sh' || (!inHere && hereStart.test(line))) return { kind: 'raw', from: 0, shell: false };
  return atLevel(text, 0, inHere ? (inHere[2]?.split('/')[1] ?? '') : state, inHere !== null);
}

/** The text without lines in front that hold nothing but a backslash. */
const joined = (text: string): string => text.replace(/^(?:[^\S\n]*\\+[^\S\n]*(?:\n|$))+/, '').trim();

function afterPrompt(text: string, match: RegExpExecArray): LineShape {
  return atLevel(text, match[0].length, match[1] === '' ? 'top' : (match[1] ?? ''), false);
}

function afterShellCrm(text: string, from: number): LineShape {
  const rest = text.slice(from);
  const configure = /^configure(?=\s)\s*/.exec(rest);
  if (!configure) return { kind: 'raw', from: 0, shell: true };
  const behind = rest.slice(configure[0].length).trim();
  if (behind === '' || /^(?:<|load\b|<<)/.test(behind)) return { kind: 'raw', from: 0, shell: true };
  return { kind: 'statement', from: from + configure[0].length, shell: true };
}

/** A line for the interpreter at a level; an empty level is one we do not know yet, and taken for configure. */
function atLevel(text: string, from: number, level: string, inHere: boolean): LineShape {
  const first = /^\s*([^\s]+)/.exec(text.slice(from))?.[1] ?? '';
  if (first === 'configure') {
    const opener = /^\s*configure\s+(?=\S)/.exec(text.slice(from));
    return opener
      ? { kind: 'statement', from: from + opener[0].length, shell: false }
      : { kind: 'command', from, shell: false };
  }
  const configuring = level === '' || level === 'configure' || (inHere && level !== 'top');
  const foreign = level === '' && levels.has(first) && first !== 'node';
  return { kind: configuring && !foreign ? 'statement' : 'command', from, shell: false };
}

function stateAfter(text: string, state: CarriedState): CarriedState {
  const line = text.trim();
  const inHere = here.exec(state);
  if (inHere) return line === inHere[1] ? (inHere[2]?.split('/')[0] ?? '') : moved(state, inHere, line);
  if (/^#!.*\b(?:ba|da|k|z)?sh\b/.test(line)) return 'sh';
  const opened = line.startsWith('#') ? null : hereStart.exec(line);
  if (opened) return hereState(line, opened[2] ?? '', state);
  if (state === 'sh') return state;
  const prompted = prompt.exec(line);
  if (prompted || shellCrm.test(line)) return state;
  return levelAfter(line, state);
}

/** A here-document that does not feed crm is passed over like the rest of a script. */
function hereState(line: string, word: string, state: CarriedState): CarriedState {
  const feedsCrm = /\bcrm\b/.test(line) || /\.(?:crm|pcmk)\b/.test(line);
  const atTop = /\bcrm\s+(?:-f\s*-?|--force\s*)?(?:<|$)/.test(line.replace(/<<.*/, '<')) && !/configure/.test(line);
  return feedsCrm ? `here:${word}:${state}/${atTop ? 'top' : 'configure'}` : `here:${word}:${state}/foreign`;
}

function moved(state: CarriedState, match: RegExpExecArray, line: string): CarriedState {
  const [outer = '', level = ''] = (match[2] ?? '').split('/');
  const next = levelAfter(line, level);
  return next === level ? state : `here:${match[1] ?? ''}:${outer}/${next}`;
}

function levelAfter(line: string, level: string): string {
  const words = line.split(/\s+/);
  const first = words[0] ?? '';
  if (words.length === 1 && levels.has(first) && (level !== 'configure' || first !== 'node')) return first;
  if (level !== '' && leaving.has(first)) return 'top';
  return quitting.has(first) && level !== '' ? 'top' : level;
}
