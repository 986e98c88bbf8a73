/** The longest file, in bytes, that is read beside those that the editor has open. */
export const longestFile = 2_000_000;

/** The outside world, as far as the server may see it. Nothing is ever written. */
export interface Files {
  /** Addresses of files that belong to one: beside it, in `drbd.d` below it, and the `drbd.conf` above it. */
  beside(uri: string): Promise<readonly string[]>;
  /** Addresses of the files, or of the folders, in a folder; empty if it cannot be read. */
  list(folder: string, what: 'files' | 'folders'): Promise<readonly string[]>;
  /** The text of a file; rejects if it cannot be read. */
  read(uri: string): Promise<string>;
}
