import { detectCrm } from './crm/detect';
import { detectDrbd } from './drbd/detect';

/** What a file was taken for, and by what. */
export interface Detection {
  /** A language id, or `none` where the file itself says that it is none of ours. */
  readonly language: string;
  /** `modeline`: a comment says so; `name`: the file's name or folder; `content`: what stands in it. */
  readonly by: 'modeline' | 'name' | 'content';
}

/**
 * Which of our languages a file is in: a modeline decides, then the name, then what its first lines say.
 * `path` is a path or address with `/`; `head` the first few thousand characters. Undefined: none of ours.
 */
export function detectLanguage(path: string, head: string): Detection | undefined {
  const declared = readModeline(head);
  if (declared !== undefined) return { language: declared, by: 'modeline' };
  const name = path.slice(path.lastIndexOf('/') + 1);
  const folder =
    path
      .slice(0, -name.length - 1)
      .split('/')
      .at(-1) ?? '';
  for (const [language, detect] of detectors) {
    const by = detect(name, folder, head);
    if (by) return { language, by };
  }
  return undefined;
}

const detectors = [
  ['crm', detectCrm],
  ['drbd', detectDrbd],
] as const;

/** The kind of file that is read for its names only; undefined: none such. */
export function detectNames(path: string): string | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (name === 'corosync.conf') return 'corosync';
  return /^(?:.+[.-])?cib\.xml$/.test(name) ? 'crm-cib' : undefined;
}

const vimNames: Readonly<Record<string, string>> = { pcmk: 'crm', crm: 'crm', crmsh: 'crm', drbd: 'drbd' };

/** `# linux-ha: crm`, `# linux-ha: none`, or vim's `# vim: ft=pcmk`, in one of the first or last lines of `head`. */
function readModeline(head: string): string | undefined {
  const lines = head.split(/\r\n?|\n/);
  for (const line of [...lines.slice(0, 5), ...lines.slice(-5)]) {
    const own = /^\s*#+\s*linux-ha:\s*(crm|drbd|none)(?:\s+[\w.]+){0,2}\s*$/i.exec(line)?.[1];
    if (own) return own.toLowerCase();
    const vim = /^\s*#.*\bvim?:.*\b(?:ft|filetype|syntax)=(\w+)/.exec(line)?.[1];
    if (vim && Object.hasOwn(vimNames, vim)) return vimNames[vim];
  }
  return undefined;
}
