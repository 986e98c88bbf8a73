import assert from 'node:assert/strict';
import { detectLanguage } from '../../../server/src/languages/detect';
import { mistakeIn, type NewCluster, newCluster } from '../../../server/src/languages/new-cluster';
import { newClusters } from '../../support/new-clusters';
import { newService } from '../../support/service';

/** Findings of warning level and above in all files of a plan. */
function warnings(plan: NewCluster): string[] {
  const service = newService();
  const files = newCluster(plan).map(({ path, text }) => ({ uri: `file:///cluster/${path}`, text }));
  for (const { uri, text } of files) service.workspace.open(uri, detectLanguage(uri, text)?.language ?? '', text);
  return files.flatMap(({ uri }) => {
    service.lint(uri);
    return service
      .diagnostics(uri, 'en')
      .filter(({ severity }) => severity === 'warning' || severity === 'error')
      .map(({ code, message, span }) => `${uri}@${span.start} ${code}: ${message}`);
  });
}

suite('a new cluster', () => {
  test('has no findings, whatever it is made of', () => {
    for (const plan of newClusters) {
      const allowed = plan.fencing === 'none' ? ['crm/no-fencing', 'crm/fencing-off'] : [];
      const found = warnings(plan).filter((line) => !allowed.some((code) => line.includes(code)));
      assert.deepEqual(found, [], JSON.stringify(plan));
    }
  }).timeout(30_000);

  test('is laid out as the formatter would', () => {
    const service = newService();
    for (const { path, text } of newClusters.slice(0, 40).flatMap(newCluster)) {
      const uri = `file:///cluster/${path}`;
      service.workspace.open(uri, detectLanguage(uri, text)?.language ?? '', text);
      const style = detectLanguage(uri, text)?.language === 'crm' ? { indent: '\t' } : { indent: '  ' };
      assert.deepEqual(service.format(uri, style), [], path);
    }
  });

  test('words that would break a file are seen', () => {
    const wrong = {
      name: ['', 'Shop', '1st', 'a b', 'x;', 'all'],
      node: ['', 'a b', '-a', 'a"', 'a;b'],
      ip: ['', '1.2.3', '300.1.1.1', '192.0.2.1/24', 'host'],
      address: ['192.0.2.1', '192.0.2.1/33', '192.0.2.1/', 'a/24'],
      path: ['srv', '/srv/', '/s v', '/srv;'],
      unit: ['', 'a b', 'a;'],
    } as const;
    const right = {
      name: 'shop',
      node: 'db1.example.com',
      ip: '192.0.2.1',
      address: '192.0.2.1/24',
      path: '/srv/x',
      unit: 'a@b.c',
    };
    for (const [kind, words] of Object.entries(wrong) as [keyof typeof wrong, readonly string[]][]) {
      for (const word of words) assert.ok(mistakeIn(kind, word), `${kind} ${word}`);
      assert.ok(!mistakeIn(kind, right[kind]), kind);
    }
  });
});
