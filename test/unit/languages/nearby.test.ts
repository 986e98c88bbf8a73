import assert from 'node:assert/strict';
import { newService } from '../../support/service';

const drbd =
  'resource r0 {\n  net { fencing resource-and-stonith; }\n  device minor 0;\n  disk /dev/x;\n  meta-disk internal;\n}\n';
const crm = (fencing: boolean): string =>
  `node 1: a\nnode 2: b\nprimitive d ocf:linbit:drbd params drbd_resource=r0\nms m d\nproperty stonith-enabled=${fencing}\n`;

suite('files of one cluster', () => {
  const code = 'drbd/fencing-without-stonith';
  const resource = 'file:///work/drbd.d/r0.res';

  test('of each language the nearest count; one that comes nearer stands in for the others, until it goes', () => {
    const service = newService();
    const found = (): boolean => {
      service.lint(resource);
      return service.diagnostics(resource, 'en').some((finding) => finding.code === code);
    };
    service.workspace.open(resource, 'drbd', drbd);
    assert.equal(found(), false);
    service.workspace.discover('file:///work/old/cluster.crm', 'crm', crm(false));
    assert.equal(found(), true);
    service.workspace.discover('file:///work/cluster.crm', 'crm', crm(true));
    assert.equal(found(), false);
    service.workspace.close('file:///work/cluster.crm');
    assert.equal(found(), true);
  });

  test('a cluster in a folder of its own is not about the files around it', () => {
    const service = newService();
    const old = 'file:///work/old/cluster.crm';
    service.workspace.open(resource, 'drbd', drbd.replace('r0', 'r1'));
    service.workspace.open('file:///work/cluster.crm', 'crm', crm(true));
    service.workspace.open(old, 'crm', crm(true));
    service.lint(old);
    assert.ok(service.diagnostics(old, 'en').every((finding) => finding.code !== 'crm/drbd-resource-unknown'));
  });
});
