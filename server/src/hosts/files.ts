/** The outside world, as far as the server may see it. Nothing is ever written. */
export interface Files {
  /** Addresses of files that belong to one: beside it, in `drbd.d` below it, and the `drbd.conf` above it. */
  beside(uri: string): Promise<readonly string[]>;
  /** The text of a file; rejects if it cannot be read. */
  read(uri: string): Promise<string>;
}
