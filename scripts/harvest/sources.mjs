// Where metadata comes from: a folder of XML files, or this machine's agents. Each source is a list of { id, xml }.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { agentIdOf } from '../../server/src/languages/crm/metadata/agent-id.ts';

const roots = '/usr/lib/ocf/resource.d';

/** The files of a folder. Metadata of Pacemaker's daemons look alike, but they are no agents. */
export function inFolder(dir) {
  const providers = readdirSync(dir).filter((name) => !name.startsWith('daemons'));
  return providers.flatMap((provider) =>
    readdirSync(join(dir, provider))
      .filter((file) => file.endsWith('.xml'))
      .flatMap((file) => {
        const id = agentIdOf(provider, file.replace(/\.xml$/, ''));
        return id === undefined ? [] : [{ id, xml: readFileSync(join(dir, provider, file), 'utf8') }];
      }),
  );
}

/** What crm_resource knows on this machine. */
export function installed() {
  const providers = existsSync(roots) ? readdirSync(roots).filter((name) => !name.startsWith('.')) : [];
  const ids = [
    ...providers.flatMap((provider) => listed(`ocf:${provider}`).map((type) => `ocf:${provider}:${type}`)),
    ...listed('stonith').map((type) => `stonith:${type}`),
  ];
  return ids.flatMap((id) => {
    try {
      return [{ id, xml: ask('--show-metadata', id) }];
    } catch {
      console.error(`${id}: no metadata`);
      return [];
    }
  });
}

function listed(spec) {
  return ask('--list-agents', spec)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

function ask(...args) {
  return execFileSync('crm_resource', args, {
    encoding: 'utf8',
    timeout: 60_000,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}
