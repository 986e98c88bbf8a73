// Asks the registry whether a package that we ship has a known hole. One that cannot be asked is no failure: a line says so.
// node scripts/audit.mjs
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { bundledIn, judgeAudit } from './lib/audit.mjs';

const bundled = bundledIn(readFileSync('THIRD-PARTY-NOTICES.md', 'utf8'));
const { stdout } = spawnSync('npm', ['audit', '--json'], { encoding: 'utf8', timeout: 60_000 });
const { asked, found } = judgeAudit(stdout ?? '', bundled);
for (const line of found) console.error(line);
console.log(
  asked
    ? `${bundled.length} bundled packages, ${found.length} with a serious hole`
    : 'the registry could not be asked: nothing was audited',
);
process.exitCode = found.length > 0 ? 1 : 0;
