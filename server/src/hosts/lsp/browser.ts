/** What the client says first: the folder of our files. A worker that VS Code starts has no address of its own. */
interface Start {
  readonly folder: string;
}

const scope = self as unknown as DedicatedWorkerGlobalScope & {
  linuxHaRequire(file: string): unknown;
  /** What the file that was loaded last brings. */
  linuxHaPart: unknown;
};

/** Answers the first message only: the server then listens itself. What follows it waits until then. */
scope.onmessage = ({ data: { folder } }: MessageEvent<Start>): void => {
  const parts = new Map<string, unknown>();
  scope.linuxHaRequire = (file) => {
    if (!parts.has(file)) {
      importScripts(`${folder}/${file.slice('./'.length)}`);
      parts.set(file, scope.linuxHaPart);
    }
    return parts.get(file);
  };
  // Not before: all of it needs the engine, which is a file of its own.
  void import('./worker').then(({ startInWorker }) => startInWorker(scope));
};
