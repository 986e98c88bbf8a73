// npm run release -- VERSION: everything up to a tag and two packages; publishes nothing.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const [version, ...rest] = process.argv.slice(2);
const dry = rest.includes('--dry-run');
const say = (line) => console.log(line);
const git = (...args) => execFileSync('git', args, { encoding: 'utf8' }).trim();

if (!/^\d+\.\d+\.\d+$/.test(version ?? '')) stop('npm run release -- VERSION [-- --dry-run], such as 0.2.0');
if (git('status', '--porcelain') !== '') stop('The tree is not clean.');
if (git('tag', '--list', `v${version}`) !== '') stop(`There is a tag v${version} already.`);
const changes = readFileSync('CHANGELOG.md', 'utf8');
if (!new RegExp(`^## ${version.replaceAll('.', '\\.')}\\b`, 'm').test(changes))
  stop(`CHANGELOG.md has no section ${version}.`);

const manifest = readFileSync('package.json', 'utf8');
const lock = readFileSync('package-lock.json', 'utf8');
const own = JSON.parse(manifest).version;
const steps = [
  [
    'the version',
    () => {
      writeFileSync('package.json', manifest.replace(`"version": "${own}"`, `"version": "${version}"`));
      // The project itself stands first in the lock file, twice.
      let left = 2;
      writeFileSync(
        'package-lock.json',
        lock.replace(new RegExp(`"version": "${own}"`, 'g'), (found) =>
          left-- > 0 ? `"version": "${version}"` : found,
        ),
      );
      writeFileSync('CHANGELOG.md', changes.replace(`## ${version} (unreleased)`, `## ${version}`));
    },
  ],
  ['all tests', () => run('npm', 'test')],
  ['the .vsix', () => run('npm', 'run', 'package')],
  ['the npm package', () => run('npm', 'pack')],
  [
    'commit and tag',
    () => {
      git('commit', '--all', '--message', `Release ${version}`);
      git('tag', '--annotate', `v${version}`, '--message', `Version ${version}`);
    },
  ],
];
for (const [title, work] of steps) {
  say(`${dry ? 'would do' : 'doing'}: ${title}`);
  if (!dry) work();
}
say(
  `\nTo publish:\n  git push --follow-tags\n  npx @vscode/vsce publish --packagePath linux-ha-${version}.vsix\n  npm publish linux-ha-${version}.tgz`,
);

function run(command, ...args) {
  execFileSync(command, args, { stdio: 'inherit' });
}

function stop(reason) {
  console.error(reason);
  process.exit(2);
}
