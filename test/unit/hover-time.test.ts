import assert from 'node:assert/strict';
import { serviceWith } from '../support/service';

/** Names that every statement uses, in files of about 10,000 lines. */
const crm = (count: number): string =>
  `node 1: alice\n${Array.from(
    { length: count },
    (_, i) =>
      `primitive p${i} ocf:heartbeat:Filesystem \\\n params device=/dev/drbd${i} directory=/srv fstype=xfs \\\n op monitor interval=20s\nprimitive v${i} ocf:heartbeat:IPaddr2 params ip=10.0.0.1\ngroup g${i} p${i} v${i}\nlocation l${i} g${i} 100: alice\n`,
  ).join('')}rsc_defaults resource-stickiness=100\n`;

const drbd = (count: number): string =>
  `common { net { timeout 60; } }\n${Array.from(
    { length: count },
    (_, i) =>
      `resource r${i} {\n net { max-buffers 8000; }\n device /dev/drbd${i};\n disk /dev/vg/${i};\n on alice {\n  address 10.0.0.1:${7000 + i};\n }\n on bob {\n  address 10.0.0.2:${7000 + i};\n }\n}\n`,
  ).join('')}`;

/** Milliseconds that a hover on each of these words takes, the median of some. */
function medians(language: string, text: string, words: readonly string[]): number[] {
  const { service, uri } = serviceWith(language, text);
  return words.map((word) => {
    const offset = text.indexOf(word, 100) + 1;
    const times = Array.from({ length: 21 }, () => {
      const start = performance.now();
      assert.ok(service.hover(uri, offset, 'en'), word);
      return performance.now() - start;
    });
    return times.sort((a, b) => a - b)[10] ?? 0;
  });
}

suite('hover in a file of 10,000 lines', () => {
  // A walk over the file takes longer than this; a look at a name is a tenth of it.
  const most = 5;

  test('crm', function () {
    this.timeout(20_000);
    const words = [
      'p1 ',
      'g1 ',
      'l1 ',
      'alice',
      '100:',
      'IPaddr2',
      'monitor',
      '20s',
      '/dev/drbd1',
      'group',
      'stickiness',
    ];
    for (const time of medians('crm', crm(1650), words)) assert.ok(time < most, `${time} ms`);
  });

  test('DRBD', function () {
    this.timeout(20_000);
    const words = [
      'r1 ',
      'net',
      '8000',
      'alice',
      '/dev/drbd1',
      '/dev/vg',
      '10.0.0.1',
      ':70',
      'resource',
      'max-buffers',
    ];
    for (const time of medians('drbd', drbd(900), words)) assert.ok(time < most, `${time} ms`);
  });
});
