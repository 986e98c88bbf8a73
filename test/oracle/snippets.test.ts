import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expand, snippetsOf } from '../grammar/snippet';
import { inItsPlace, surroundings } from '../support/snippet-places';
import { askCrmsh, type CrmMessage, hasCrmsh } from './crm-load';
import { dumpText, hasDrbdadm } from './drbd-dump';
import { needs } from './real-tools';

/** crmsh looks for agents on this machine; which of them are installed says nothing about a snippet. */
const isAboutTheMachine = (message: CrmMessage): boolean => /got no meta-data, does this RA exist/.test(message.text);

suite('Snippets, asked of the real tools', function () {
  this.timeout(120_000);

  test('crmsh loads every crm snippet', function () {
    needs('crmsh', hasCrmsh(), this);
    const cases = Object.values(snippetsOf('crm')).map((one) => ({
      name: one.prefix,
      text: expand(one),
      base: surroundings,
    }));
    const refused = askCrmsh(cases).filter((one) => !one.ok && !one.messages.every(isAboutTheMachine));
    assert.deepEqual(refused, []);
  });

  test('drbdadm takes every DRBD snippet', function () {
    needs('drbdadm', hasDrbdadm(), this);
    const refused = Object.values(snippetsOf('drbd')).flatMap((one) => {
      const said = dumpText(inItsPlace('drbd', one.prefix, expand(one)), 'somewhere-else');
      return said === '' ? [] : [`${one.prefix}: ${said}`];
    });
    assert.deepEqual(refused, []);
  });

  test('corosync takes every snippet of its own', function () {
    needs('corosync', spawnSync('corosync', ['-v']).status === 0, this);
    const folder = mkdtempSync(join(tmpdir(), 'corosync-'));
    const keyfile = join(folder, 'authkey');
    const file = join(folder, 'corosync.conf');
    // The one at work wants a key, and its own name among the nodes.
    const tested = (text: string): string => {
      const here = text
        .replace('name: alice', `name: ${hostname()}`)
        .replace('version: 2', `version: 2\n\tkeyfile: ${keyfile}`);
      writeFileSync(file, here);
      const { status, stderr } = spawnSync('corosync', ['-t', '-c', file], { encoding: 'utf8' });
      return status === 0 ? '' : stderr;
    };
    try {
      writeFileSync(keyfile, Buffer.alloc(256, 'k'));
      const texts = Object.values(snippetsOf('corosync')).map(expand);
      assert.deepEqual(texts.map(tested), ['', '', '', '']);
      assert.notEqual(tested(texts[0]?.replace('sha256', 'sha999') ?? ''), '', 'nothing is refused');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
