/** Something that answers about a file rest on, as the server says it: the versions, whether it is a whole. */
export interface StatusEntry {
  /** The setting's key, without the prefix. */
  readonly setting: string;
  readonly value: string;
  readonly from: 'comment' | 'config' | 'setting' | 'words' | 'nothing';
  readonly place?: { readonly uri: string; readonly line: number };
}

export interface FileStatus {
  readonly uri: string;
  readonly language: string;
  readonly entries: readonly StatusEntry[];
  readonly facts: 'loading' | 'loaded' | 'failed';
}

const upstreamNames: Readonly<Record<string, string>> = { pacemaker: 'Pacemaker', crmsh: 'crmsh', drbd: 'DRBD' };

/** The name of the upstream that a setting is about. */
export const upstreamName = ({ setting }: Pick<StatusEntry, 'setting'>): string =>
  upstreamNames[setting.slice('target.'.length)] ?? setting;
