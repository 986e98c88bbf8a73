import { join } from 'node:path';
import { cached, npm, unpack } from './cache.mjs';
import { serverNode, versions } from './versions.mjs';

/** VS Code's own server; returns its folder. Nothing native is built: the server does without. */
export async function getServer() {
  const version = versions['code-server'];
  const folder = await cached(
    `code-server-${version}`,
    `the VS Code server (code-server ${version}, 0.6 GB)`,
    async (draft) => {
      await unpack(draft, 'code-server', { parts: ['package/lib/vscode'] });
      // Not `npm ci`: the published lock file and package.json differ.
      await npm(join(draft, 'package/lib/vscode'), ['install', '--omit=dev', '--ignore-scripts']);
    },
  );
  return join(folder, 'package/lib/vscode');
}

/** A Node new enough for the server: this one, or one from the npm registry. */
export async function getServerNode() {
  if (Number(process.versions.node.split('.')[0]) >= serverNode) return process.execPath;
  const { node: version } = versions;
  const folder = await cached(`node-${version}`, `Node ${version} (0.2 GB)`, async (draft) => {
    // The package `node` only picks one of these by a script; picking here needs no script.
    await unpack(draft, nodePackage(), { version }).catch((error) => {
      throw new Error(
        `The VS Code server needs Node ${serverNode} or newer, and there is none to fetch.\n${error.message}`,
      );
    });
  });
  return join(folder, 'package/bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

function nodePackage() {
  const { platform, arch } = process;
  const prefix = platform === 'darwin' && arch === 'arm64' ? 'node-bin' : 'node';
  return `${prefix}-${platform === 'win32' ? 'win' : platform}-${arch}`;
}
