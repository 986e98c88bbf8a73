import assert from 'node:assert/strict';
import { type Asker, askForCluster, type Words } from '../../../client/src/new-cluster-flow';
import { fencingKinds, serviceKinds } from '../../../server/src/languages/new-cluster';

const choice = <T extends string>(value: T) => ({ label: value, value });
const words: Words = {
  prompts: Object.fromEntries(
    'nodes service unit name address data disk fstype mountPoint replication fencing boards'
      .split(' ')
      .map((key) => [key, key]),
  ) as Words['prompts'],
  mistakes: { name: 'name!', nodes: 'nodes!', ips: 'ips!', address: 'address!', path: 'path!', unit: 'unit!' },
  services: serviceKinds.map(choice),
  data: [choice('drbd'), choice('none')],
  fencings: fencingKinds.map(choice),
};

/** Answers questions by their prompts, in order; what is not listed is left as it stands. */
function scripted(script: readonly (readonly [prompt: string, answer: string | undefined])[]) {
  const left = [...script];
  const asked: string[] = [];
  const said: string[] = [];
  const answer = (prompt: string, value: string): string | undefined => {
    asked.push(prompt);
    if (left[0]?.[0] !== prompt) return value;
    return left.shift()?.[1];
  };
  const asker: Asker = {
    text: async ({ prompt, value, mistake }) => {
      const text = answer(prompt, value);
      if (text === undefined || text === 'back') return text;
      const wrong = mistake(text);
      if (wrong === undefined) return text;
      said.push(wrong);
      return value;
    },
    choice: async ({ prompt, choices, value }) => {
      const picked = answer(prompt, value ?? '');
      if (picked === undefined || picked === 'back') return picked;
      const found = choices.find((one) => one.value === picked);
      assert.ok(found, `${picked} is no choice`);
      return { picked: found.value };
    },
  };
  return { asker, asked, said };
}

suite('asking for a new cluster', () => {
  test('as it stands: two nodes, Apache on DRBD, IPMI', async () => {
    const { asker, asked } = scripted([]);
    assert.deepEqual(await askForCluster(asker, words), {
      name: 'web',
      nodes: [
        { name: 'alpha', address: '192.0.2.11', fencing: '192.0.2.111' },
        { name: 'beta', address: '192.0.2.12', fencing: '192.0.2.112' },
      ],
      service: 'apache',
      fencing: 'fence_ipmilan',
      address: '192.0.2.10/24',
      storage: { disk: '/dev/vg0/web', fstype: 'xfs', mountPoint: '/srv/web' },
    });
    assert.equal(asked.includes('unit'), false);
  });

  test('only what matters is asked', async () => {
    const { asker, asked } = scripted([
      ['service', 'systemd'],
      ['unit', 'shop@1'],
      ['address', ''],
      ['data', 'none'],
      ['fencing', 'sbd'],
    ]);
    const plan = await askForCluster(asker, words);
    assert.deepEqual(asked, ['nodes', 'service', 'unit', 'name', 'address', 'data', 'fencing']);
    assert.deepEqual(
      [plan?.unit, plan?.address, plan?.storage, plan?.nodes[0]?.fencing],
      ['shop@1', undefined, undefined, ''],
    );
  });

  test('back goes to the question before, which keeps its answer; leaving makes nothing', async () => {
    const { asker, asked } = scripted([
      ['nodes', 'a b c'],
      ['service', 'back'],
      ['nodes', 'a b'],
      ['fencing', 'none'],
    ]);
    assert.equal((await askForCluster(asker, words))?.nodes.length, 2);
    assert.deepEqual(asked.slice(0, 4), ['nodes', 'service', 'nodes', 'service']);
    assert.equal(await askForCluster(scripted([['name', undefined]]).asker, words), undefined);
    assert.equal(await askForCluster(scripted([['nodes', 'back']]).asker, words), undefined);
  });

  test('what cannot be is said at once', async () => {
    const { asker, said } = scripted([
      ['nodes', 'alone'],
      ['name', 'Web'],
      ['address', '10.0.0.1'],
      ['disk', 'sdb'],
      ['replication', '10.0.0.1 10.0.0.1'],
    ]);
    await askForCluster(asker, words);
    assert.deepEqual(said, ['nodes!', 'name!', 'address!', 'path!', 'ips!']);
  });
});
