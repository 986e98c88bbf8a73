import assert from 'node:assert/strict';
import { RestartPolicy } from '../../../client/src/restart-policy';
import { Watchdog } from '../../../client/src/watchdog';

const patience = { overdue: 20, tick: 5, ticks: 4 };
const after = (time: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));
const never = new Promise<never>(() => {});

suite('watchdog', () => {
  let pings: number;
  let hangs: number;

  function watchdog(ping: () => Promise<unknown>): Watchdog {
    pings = 0;
    hangs = 0;
    const made = new Watchdog(
      () => {
        pings++;
        return ping();
      },
      () => {
        hangs++;
      },
    );
    made.setPatience(patience);
    return made;
  }

  test('quick answers are passed on, and nobody is asked', async () => {
    const dog = watchdog(() => never);
    assert.equal(await dog.watch(Promise.resolve(1)), 1);
    await assert.rejects(dog.watch(Promise.reject(new Error('no'))), /no/);
    await after(60);
    assert.deepEqual([pings, hangs], [0, 0]);
  });

  test('an overdue answer of a server that answers pings is waited for', async () => {
    const dog = watchdog(async () => null);
    let done: (answer: string) => void = () => {};
    const answer = dog.watch(new Promise<string>((resolve) => (done = resolve)));
    await after(120);
    assert.ok(pings >= 1 && hangs === 0, `${pings} pings, ${hangs} hangs`);
    done('late');
    assert.equal(await answer, 'late');
    dog.dispose();
  });

  test('a server that answers no ping hangs; that is said once', async () => {
    const dog = watchdog(() => never);
    void dog.watch(never);
    void dog.watch(never);
    await after(150);
    assert.deepEqual([pings, hangs], [1, 1]);
  });

  test('with much to do it gets more time', async () => {
    let hung = false;
    const dog = new Watchdog(
      () => never,
      () => {
        hung = true;
      },
      () => 1000,
    );
    dog.setPatience(patience);
    void dog.watch(never);
    await after(150);
    assert.equal(hung, false);
    dog.dispose();
  });

  test('it goes on watching after that', async () => {
    const dog = watchdog(() => never);
    void dog.watch(never);
    await after(120);
    void dog.watch(never);
    await after(120);
    assert.deepEqual([pings, hangs], [2, 2]);
  });

  test('one that was disposed of says nothing', async () => {
    const dog = watchdog(() => never);
    void dog.watch(never);
    dog.dispose();
    void dog.watch(never);
    await after(25);
    dog.dispose();
    await after(60);
    assert.equal(hangs, 0);
  });
});

suite('restarts', () => {
  test('later and later, at last not any more', () => {
    const policy = new RestartPolicy();
    const waits = Array.from({ length: 10 }, (_, second) => policy.ended(second * 1000));
    assert.deepEqual(waits, [100, 400, 1600, 6400, 25600, 30000, 30000, 30000, undefined, undefined]);
  });

  test('what is long past does not count, nor what was before the user wanted it', () => {
    const policy = new RestartPolicy();
    for (let minute = 0; minute < 60; minute += 11) assert.equal(policy.ended(minute * 60_000), 100);
    policy.ended(60 * 60_000);
    policy.forget();
    assert.equal(policy.ended(60 * 60_000 + 1), 100);
  });
});
