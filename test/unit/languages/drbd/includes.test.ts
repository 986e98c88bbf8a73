import assert from 'node:assert/strict';
import { newService } from '../../../support/service';

const uri = (name: string) => `file:///etc/${name}`;
const resource = (name: string, minor: number, port: number, disk = name) => `resource ${name} {
  device minor ${minor};
  disk /dev/vg/${disk};
  meta-disk internal;
  on alpha { address 10.0.0.1:${port}; }
  on beta { address 10.0.0.2:${port}; }
}
`;

suite('drbd includes', () => {
  const service = newService();
  const errors = (name: string): string[] => {
    service.lint(uri(name));
    return service
      .diagnostics(uri(name), 'en')
      .filter(({ severity }) => severity === 'error')
      .map(({ code }) => code);
  };
  setup(() => {
    service.workspace.open(uri('drbd.conf'), 'drbd', 'include "drbd.d/global_common.conf";\ninclude "drbd.d/*.res";\n');
    service.workspace.open(uri('drbd.d/global_common.conf'), 'drbd', 'global { usage-count no; }\n');
    service.workspace.open(uri('drbd.d/r0.res'), 'drbd', resource('r0', 0, 7788));
    service.workspace.open(uri('elsewhere.res'), 'drbd', resource('r0', 0, 7788));
  });

  test('names, minors and addresses are unique over the include tree, and only there', () => {
    service.workspace.open(uri('drbd.d/r1.res'), 'drbd', resource('r1', 1, 7789));
    assert.deepEqual([errors('drbd.d/r0.res'), errors('drbd.d/r1.res')], [[], []]);
    service.workspace.open(uri('drbd.d/r1.res'), 'drbd', resource('r0', 2, 7790) + resource('r2', 0, 7788));
    const found = new Set([...errors('drbd.d/r0.res'), ...errors('drbd.d/r1.res')]);
    for (const code of ['drbd/duplicate-resource', 'drbd/duplicate-minor', 'drbd/duplicate-address'])
      assert.ok(found.has(code), code);
    assert.deepEqual(errors('elsewhere.res'), []);
  });

  test('an unsaved edit in one file is seen in the other, and a pattern that no longer matches lets go', () => {
    service.workspace.open(uri('drbd.d/r1.res'), 'drbd', resource('r0', 1, 7789, 'own'));
    assert.ok([...errors('drbd.d/r0.res'), ...errors('drbd.d/r1.res')].includes('drbd/duplicate-resource'));
    service.workspace.edit(uri('drbd.d/r1.res'), 9, 11, 'r1');
    assert.deepEqual([errors('drbd.d/r0.res'), errors('drbd.d/r1.res')], [[], []]);
    service.workspace.edit(uri('drbd.d/r1.res'), 9, 11, 'r0');
    const main = service.workspace.file(uri('drbd.conf'));
    const at = main?.text().indexOf('*') ?? -1;
    service.workspace.edit(uri('drbd.conf'), at, at + 1, 'r1');
    assert.deepEqual(errors('drbd.d/r0.res'), []);
  });
});
