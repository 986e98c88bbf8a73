import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { askCrmsh, hasCrmsh } from './crm-load';
import { dumpFile, hasDrbdadm } from './drbd-dump';
import { needs } from './real-tools';

const folder = join(__dirname, '..', '..', 'examples');
const textOf = (name: string): string => readFileSync(join(folder, name), 'utf8');
const crmFiles = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.crm'));

suite('Examples, asked of the real tools', function () {
  this.timeout(120_000);

  test('crmsh loads and commits the crm files, but not the one with mistakes', function () {
    needs('crmsh', hasCrmsh(), this);
    for (const answer of askCrmsh(crmFiles.map((name) => ({ name, text: textOf(name), commit: true }))))
      assert.equal(answer.ok, !answer.name.includes('mistakes'), JSON.stringify(answer));
  });

  test('drbdadm takes the DRBD files on each host, but not the one with mistakes', function () {
    needs('drbdadm', hasDrbdadm(), this);
    for (const node of ['alice', 'bob', 'carol', 'somewhere-else'])
      assert.equal(dumpFile(join(folder, 'drbd.conf'), node).replace(/.*not found on this host.*\n?/g, ''), '', node);
    assert.notEqual(dumpFile(join(folder, 'with-mistakes.res'), 'somewhere-else'), '');
  });

  test('the names of nodes and resources agree between crm and DRBD', () => {
    const drbd = ['drbd.d/r0.res', 'drbd.d/mesh.res'].map(textOf).join('\n');
    const hosts = new Set(all(drbd, /^ {2}on (\S+)/gm));
    const resources = new Set(all(drbd, /^resource (\S+)/gm));
    for (const name of crmFiles) {
      const crm = textOf(name);
      const used = all(crm, /drbd_resource="?([\w-]+)/g);
      for (const resource of used) assert.ok(resources.has(resource), `${name}: ${resource}`);
      for (const node of all(crm, /^node (?:\d+: )?(\S+)/gm)) assert.ok(hosts.has(node), `${name}: ${node}`);
    }
  });
});

const all = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '');
