import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import {
  firstProblem,
  ImportError,
  inParallel,
  type MetadataText,
  quoted,
  readAll,
} from '../../../client/src/import-flow';
import { machineAgents } from '../../../client/src/import-machine';
import { type Outcome, type Run, run } from '../../../client/src/import-run';
import { isHost, nodeAgents, splitAnswer, sshArguments } from '../../../client/src/import-ssh';

const most = 1_000_000;
const quiet = { signal: new AbortController().signal, report: () => undefined };
const xml = (name: string) => `<resource-agent name="${name}"/>`;
const outcome = (stdout: string, end: Outcome['end'] = 'ok'): Outcome => ({ end, stdout, stderr: '' });
const idsOf = (texts: readonly MetadataText[]) => texts.map(({ owner }) => ('id' in owner ? owner.id : owner.name));
const failsWith = (reason: ImportError['reason']) => (error: unknown) =>
  error instanceof ImportError && error.reason === reason;

/** Real programs in a folder of their own; Windows has no `#!`. */
const posix = process.platform === 'win32' ? suite.skip : suite;

posix('running a program', () => {
  let folder: string;
  suiteSetup(() => {
    folder = mkdtempSync(join(tmpdir(), 'linux-ha-run-'));
  });
  suiteTeardown(() => rmSync(folder, { recursive: true, force: true }));

  function program(name: string, body: string): string {
    const path = join(folder, name);
    writeFileSync(path, `#!/bin/sh\n${body}\n`);
    chmodSync(path, 0o755);
    return path;
  }

  test('gives what it prints, and its arguments are no shell words', async () => {
    const path = program('echo-all', 'for a in "$@"; do printf "[%s]" "$a"; done; echo warning >&2');
    const pieces: string[] = [];
    const args = ['a b', '$(touch x)', ';', '`id`', "'"];
    const got = await run(path, args, { timeout: 5000, most, onText: (piece) => pieces.push(piece) });
    assert.deepEqual(got, { end: 'ok', stdout: "[a b][$(touch x)][;][`id`][']", stderr: 'warning' });
    assert.equal(pieces.join(''), got.stdout);
  });

  test('a program that fails, and one that is not there', async () => {
    const failed = await run(program('fails', 'echo some; echo why >&2; exit 3'), [], { timeout: 5000, most });
    assert.deepEqual(failed, { end: 'failed', stdout: 'some\n', stderr: 'why' });
    assert.equal((await run(join(folder, 'none'), [], { timeout: 5000, most })).end, 'missing');
  });

  test('is ended with all that it started: by time, by the signal, by too much output', async () => {
    const pids = join(folder, 'pids');
    const hangs = program('hangs', `sleep 300 & echo $! >> ${pids}; echo $$ >> ${pids}; echo there; wait`);
    const late = await run(hangs, [], { timeout: 400, most });
    assert.deepEqual([late.end, late.stdout], ['timeout', 'there\n']);
    const cancel = new AbortController();
    const cancelled = run(hangs, [], { timeout: 60_000, most, signal: cancel.signal, onText: () => cancel.abort() });
    assert.equal((await cancelled).end, 'cancelled');
    const floods = program('floods', `echo $$ >> ${pids}; yes`);
    const much = await run(floods, [], { timeout: 60_000, most });
    assert.equal(much.end, 'too-much');
    assert.ok(much.stdout.length <= most);
    const left = () =>
      readFileSync(pids, 'utf8')
        .trim()
        .split('\n')
        .filter((pid) => isAlive(Number(pid)));
    for (let i = 0; i < 100 && left().length > 0; i++) await new Promise((resolve) => setTimeout(resolve, 20));
    assert.deepEqual(left(), []);
  });

  test('nothing is started when it is cancelled before', async () => {
    const path = program('touches', `touch ${join(folder, 'touched')}`);
    assert.equal((await run(path, [], { timeout: 5000, most, signal: AbortSignal.abort() })).end, 'cancelled');
    assert.ok(!existsSync(join(folder, 'touched')));
  });

  test('a program that reads gets nothing and goes on', async () => {
    assert.equal((await run(program('reads', 'cat; echo done'), [], { timeout: 5000, most })).stdout, 'done\n');
  });

  test('without Pacemaker the agents in their folders are asked themselves', async () => {
    const root = join(folder, 'ocf');
    for (const path of ['resource.d/heartbeat', 'resource.d/acme', 'sbin'])
      mkdirSync(join(root, path), { recursive: true });
    const agent = (path: string, body: string) => program(join('ocf', path), body);
    agent('resource.d/acme/rocket', `test "$1" = meta-data && test -n "$OCF_ROOT" && echo '${xml('rocket')}'`);
    agent('resource.d/heartbeat/broken', 'echo half; exit 1');
    agent('resource.d/heartbeat/mute', 'exit 0');
    writeFileSync(join(root, 'resource.d/heartbeat/README'), 'no program');
    agent('resource.d/heartbeat/.hidden', 'echo no');
    agent('sbin/fence_acme', `test "$1 $2" = "-o metadata" && echo '${xml('fence_acme')}'`);
    agent('sbin/fence_virtd', 'touch started');
    agent('sbin/other', 'touch started');
    const without: Run = (name, args, options) =>
      name === 'crm_resource' ? Promise.resolve(outcome('', 'missing')) : run(name, args, options);
    const options = { ...quiet, run: without, ocfRoot: root, fenceFolders: [join(root, 'sbin')] };
    const { texts, silent } = await machineAgents(options);
    assert.deepEqual(idsOf(texts), ['ocf:acme:rocket', 'stonith:fence_acme']);
    assert.deepEqual(silent, ['ocf:heartbeat:broken', 'ocf:heartbeat:mute']);
    assert.ok(!existsSync(join(root, 'sbin/started')));
    const nowhere = { ...options, ocfRoot: join(folder, 'nowhere'), fenceFolders: [] };
    await assert.rejects(machineAgents(nowhere), failsWith('no-tools'));
  });

  test('the line that a node runs, in a real shell: by its tools, and without them', () => {
    const [command = ''] = sshArguments('node1')?.slice(-1) ?? [];
    const bin = join(folder, 'bin');
    mkdirSync(bin, { recursive: true });
    const tool = `case "$1 $2" in
      "--list-ocf-providers ") echo acme;;
      "--list-agents ocf:acme") echo rocket; echo mute;;
      "--list-agents stonith") echo fence_acme;;
      "--show-metadata ocf:acme:rocket") echo '${xml('rocket')}'; echo noise >&2;;
      "--show-metadata stonith:fence_acme") printf '%s' '${xml('fence_acme')}';;
      *) exit 1;; esac`;
    program('bin/crm_resource', tool);
    const answer = (env: NodeJS.ProcessEnv) =>
      splitAnswer(execFileSync('sh', ['-c', command], { encoding: 'utf8', env: { ...process.env, ...env } }));
    const byTool = answer({ PATH: `${bin}${delimiter}${process.env['PATH']}` });
    assert.deepEqual(byTool, {
      texts: [
        { owner: { id: 'ocf:acme:rocket' }, where: 'ocf:acme:rocket', xml: xml('rocket') },
        { owner: { id: 'stonith:fence_acme' }, where: 'stonith:fence_acme', xml: xml('fence_acme') },
      ],
      silent: ['ocf:acme:mute'],
      whole: true,
    });
    mkdirSync(join(folder, 'node/resource.d/acme'), { recursive: true });
    program('node/resource.d/acme/rocket', `test "$1" = meta-data && echo '${xml('rocket')}'`);
    writeFileSync(join(folder, 'node/resource.d/acme/README'), '');
    program('fence_own', `test "$1 $2" = "-o metadata" && echo '${xml('fence_own')}'`);
    const toolless = command.replaceAll('crm_resource', 'no_such_tool').replace('/usr/sbin/fence_', `${folder}/fence_`);
    const env = { ...process.env, OCF_ROOT: join(folder, 'node') };
    const byHand = splitAnswer(execFileSync('sh', ['-c', toolless], { encoding: 'utf8', env }));
    assert.deepEqual([idsOf(byHand.texts), byHand.silent], [['ocf:acme:rocket', 'stonith:fence_own'], []]);
    assert.ok(byHand.whole);
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A process that nobody has waited for yet is over all the same.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

suite('asking Pacemaker for agents', () => {
  const answers: Readonly<Record<string, string>> = {
    '--list-ocf-providers': 'heartbeat\nacme\n',
    '--list-agents ocf:heartbeat': 'IPaddr2\n  Dummy\n-o\n../x\n',
    '--list-agents ocf:acme': 'rocket\n',
    '--list-agents stonith': 'fence_apc\nfence_ack_manual\nexternal/ipmi\n',
  };
  const asked: string[] = [];
  const tool: Run = async (program, args) => {
    asked.push([program, ...args].join(' '));
    const known = answers[args.join(' ')];
    if (known !== undefined) return outcome(known);
    return args[1] === 'ocf:heartbeat:Dummy' ? outcome('<half', 'failed') : outcome(xml('x'));
  };

  test('every agent it lists is asked by its id; what is no name is never an argument', async () => {
    const done: number[] = [];
    const got = await machineAgents({ ...quiet, run: tool, report: (n, total) => done.push(n / (total ?? 0)) });
    const ids = ['ocf:heartbeat:IPaddr2', 'ocf:acme:rocket', 'stonith:fence_apc', 'stonith:external/ipmi'];
    assert.deepEqual(idsOf(got.texts), ids);
    assert.deepEqual(got.silent, ['ocf:heartbeat:Dummy']);
    assert.ok(asked.every((line) => line.startsWith('crm_resource --') && !/ (?:-o|\.\.)/.test(line)));
    assert.equal(done.at(-1), 1);
  });

  test('is over when it is cancelled', async () => {
    const cancel = new AbortController();
    const cancelling: Run = (program, args, options) => {
      if (args[0] === '--show-metadata') cancel.abort();
      return tool(program, args, options);
    };
    await assert.rejects(machineAgents({ ...quiet, run: cancelling, signal: cancel.signal }), failsWith('cancelled'));
  });
});

suite('asking a node over ssh', () => {
  test('hosts are names and addresses, never options or words of a shell', () => {
    for (const host of ['node1', 'root@node1', 'n-1.example.org', '10.0.0.1', 'fe80::1', 'a_b@c'])
      assert.ok(isHost(host), host);
    const wrong = ['', '-oProxyCommand=x', '-v', 'a@-oX', '@a', 'a b', 'a;b', '$(a)', 'a\nb', "a'", 'ssh://a', 'a/b'];
    for (const host of [...wrong, '`a`', 'a%h', 'x'.repeat(256), 'a@b@c', '--']) {
      assert.ok(!isHost(host), host);
      assert.equal(sshArguments(host), undefined);
    }
  });

  test('the arguments: no questions, no forwarding, the host behind --, one fixed line', () => {
    const args = sshArguments('root@node1') ?? [];
    assert.deepEqual(args.slice(-3, -1), ['--', 'root@node1']);
    assert.ok(args.includes('BatchMode=yes') && args.includes('ClearAllForwardings=yes'));
    assert.equal(args.at(-1), sshArguments('other')?.at(-1));
    const inner = /^exec sh -c '([^'\\!\n]*)'$/.exec(args.at(-1) ?? '');
    assert.ok(inner, 'one quoted word for every shell');
  });

  test('answers are parted; what is printed before the first agent does not count', async () => {
    const answer = `Welcome!\n\n@@linux-ha-agent@@ ocf:a:b\n<x>\n</x>\n\n@@linux-ha-agent@@ ocf:a:c\n\n@@linux-ha-agent@@ end\n`;
    const got = await nodeAgents('node1', { ...quiet, run: async () => outcome(answer) });
    assert.deepEqual([got.texts[0]?.xml, idsOf(got.texts), got.silent], ['<x>\n</x>', ['ocf:a:b'], ['ocf:a:c']]);
  });

  test('every way to fail has its name', async () => {
    const cases: [Outcome, ImportError['reason']][] = [
      [outcome('', 'missing'), 'no-ssh'],
      [outcome('', 'timeout'), 'timeout'],
      [outcome('', 'cancelled'), 'cancelled'],
      [outcome('x', 'too-much'), 'too-much'],
      [{ end: 'failed', stdout: '', stderr: 'Permission denied' }, 'ssh-failed'],
      [outcome('garbage \0 \uFFFD'), 'ssh-failed'],
      [outcome('\n@@linux-ha-agent@@ ocf:a:b\n<cut o'), 'ssh-failed'],
    ];
    for (const [ended, reason] of cases)
      await assert.rejects(nodeAgents('n', { ...quiet, run: async () => ended }), failsWith(reason), reason);
    await assert.rejects(nodeAgents('-oX', { ...quiet, run: () => assert.fail('ran') }), failsWith('ssh-failed'));
  });
});

suite('reading what was collected', () => {
  const text = (id: string): MetadataText => ({ owner: { id }, where: `${id}.xml`, xml: '' });

  test('problems are named by their file; the first of two agents of a name counts', async () => {
    const read = await readAll(
      [text('a'), text('bad'), text('a')],
      async ({ where }) => (where.startsWith('bad') ? { problem: 'why' } : { id: 'a', agent: where }),
      quiet,
    );
    assert.deepEqual(read, { agents: ['a.xml'], problems: [{ where: 'bad.xml', problem: 'why' }] });
  });

  test('what others wrote is no link and no command in a message', () => {
    assert.equal(quoted('[x](command:a)\r\n\u202e\u0007 b '), '(x)(command:a) b');
    assert.equal(quoted('x'.repeat(1000)).length, 401);
    const problems = [{ where: 'acme/x.xml', problem: 'no well-formed XML' }];
    assert.equal(firstProblem({ agents: [], problems }), 'acme/x.xml: no well-formed XML');
  });

  test('can be cancelled', async () => {
    const cancel = new AbortController();
    const reading = readAll(
      [text('a'), text('b')],
      async () => {
        cancel.abort();
        return { id: 'a', agent: {} };
      },
      { ...quiet, signal: cancel.signal },
    );
    await assert.rejects(reading, failsWith('cancelled'));
  });

  test('work in parallel keeps its order and its limit', async () => {
    let now = 0;
    let peak = 0;
    const results = await inParallel([5, 1, 3, 2, 4], 2, async (n) => {
      peak = Math.max(peak, ++now);
      await new Promise((resolve) => setTimeout(resolve, n));
      now--;
      return n * 10;
    });
    assert.deepEqual([results, peak], [[50, 10, 30, 20, 40], 2]);
  });
});
