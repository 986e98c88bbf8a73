import type { Files } from './dump';

const host = (name: string, id: number, more = ''): string =>
  `on ${name} { node-id ${id}; address 10.0.0.${id + 1}:7788; ${more} }`;

const disk = 'disk /dev/vg/a; device minor 0;';

/** Configurations in which options meet, hosts inherit and connections are expanded. */
export const effectiveCases: readonly Files[] = [
  {
    'levels.res': `
common {
  net { timeout 60; max-buffers 8K; }
  disk { al-extents 301; c-max-rate 20M; no-md-flushes; }
  options { quorum majority; }
  handlers { split-brain "/x root"; }
  startup { wfc-timeout 10; stacked-timeouts; }
}
resource r0 {
  protocol C;
  net { timeout 70; verify-alg sha1; no-tcp-cork; }
  disk { no-disk-flushes; on-io-error detach; }
  options { auto-promote no; }
  volume 1 { device minor 11; disk /dev/vg/b; disk { size 1G; resync-rate 5M; } }
  on a {
    node-id 0; address 10.0.0.1:7788; options { cpu-mask f; }
    volume 0 { device /dev/drbd0; disk /dev/vg/a; meta-disk internal; disk { c-max-rate 30M; al-extents 500; } }
  }
  on b c {
    node-id 1; address 10.0.0.2:7788;
    volume 0 { device drbd0; disk /dev/vg/a; meta-disk /dev/m[1]; disk { c-max-rate 30720K; } }
  }
  on d { node-id 2; address 10.0.0.3:7788; volume 0 { device minor 0; disk none; disk { c-max-rate 30M; } } }
  connection-mesh { hosts a b d; net { ping-int 5; } }
  connection {
    host a port 7000; host b port 7001;
    net { ping-int 6; timeout 80; }
    disk { c-min-rate 1M; }
    volume 0 { disk { bitmap no; } }
  }
}
`,
  },
  {
    'two-volumes-of-options.res': `resource r { ${disk} disk { al-extents 100; } ${host('a', 0, 'volume 1 { device minor 1; disk /dev/x; }')} }`,
  },
  {
    'block-replaces-block.res': `resource r {
  on a { address 10.0.0.1:1; volume 0 { device minor 0; disk /dev/x; disk { al-extents 100; c-max-rate 1M; } disk { size 1G; } } }
  on b { address 10.0.0.2:1; volume 0 { device minor 0; disk /dev/x; disk { c-max-rate 1M; } } }
}
`,
  },
  { 'derived-ids.res': `resource r { ${disk} on a { address 10.9.8.7:7788; } on b { address 172.16.254.1:7788; } }` },
  {
    'derived-ids-ipv6.res': `resource r { ${disk} on a { address ipv6 [fd00::a]:1; } on b { address ipv6 [fd00::b]:1; } }`,
  },
  {
    'derived-ids-mesh.res': `resource r { ${disk} on a { address 192.168.7.1:1; } on b { address 192.168.7.2:1; } connection-mesh { hosts a b; } }`,
  },
  {
    'mesh-names.res': `resource r { ${disk} ${host('a.example.org', 0)} ${host('B', 1)} ${host('c', 2)} connection-mesh { hosts A b C; net { protocol A; } } }`,
  },
  {
    'paths.res': `resource r { ${disk} net { protocol C; } ${host('a', 0)} ${host('b', 1)}
  connection { path { host a address 10.1.0.1:1; host b address 10.1.0.2:1; } path { host a address ipv6 [fd00::1]:2; host b address ipv6 [fd00::2]:2; } net { timeout 50; timeout 55; } }
}`,
  },
  {
    'floating.res': `resource r { device minor 3; floating 10.0.0.1:7788 { disk /dev/x; } floating ipv4 10.0.0.2:7788 { disk /dev/y; meta-disk /dev/z; } }`,
  },
  {
    'floating-connection.res': `resource r { device minor 3; disk /dev/x; floating 10.0.0.1:7788 { node-id 0; } floating 10.0.0.2:7788 { node-id 1; } connection { address 10.0.0.1:7788; address 10.0.0.2:7788; net { protocol B; } } }`,
  },
  {
    'stacked.res': `resource low { ${disk} on a { address 10.0.0.1:1; } on b { address 10.0.0.2:1; } }
resource up {
  net { protocol A; }
  stacked-on-top-of low { device /dev/drbd10; address 10.0.1.1:2; }
  on c { device /dev/drbd10; disk /dev/y; meta-disk internal; address 10.0.1.2:2; }
}
`,
  },
  {
    'proxy.res': `resource r { ${disk} proxy { memlimit 100M; plugin { zlib level 9; } }
  on a { address 127.0.0.1:1; proxy on pa { inside 127.0.0.2:1; outside 10.0.0.1:1; } }
  on b { address 127.0.0.1:1; proxy on pb { inside 127.0.0.2:1; outside 10.0.0.2:1; options { memlimit 50M; } } }
}`,
  },
  {
    'via.res': `common { proxy { memlimit 100M; } }
resource r { ${disk} ${host('a', 0)} ${host('b', 1)}
  connection { host a address 10.0.0.1:1 via proxy on pa { inside 127.0.0.2:1; outside 10.1.0.1:1; } host b address 10.0.0.2:1 via proxy on pb { inside 127.0.0.2:1; outside 10.1.0.2:1; } }
}`,
  },
  {
    'aliases.res': `common { syncer { after r1; al-extents 257; verify-alg sha1; use-rle; cpu-mask 3; } handlers { outdate-peer /x; } }
resource r1 { ${disk} syncer { csums-alg md5; no-use-rle; } on a { address 10.0.0.1:1; } on b { address 10.0.0.2:1; } }`,
  },
  {
    'old.res': `common { protocol C; syncer { rate 10M; al-extents 257; verify-alg sha1; } disk { on-io-error detach; no-disk-flushes; fencing resource-only; } net { timeout 60; } handlers { outdate-peer "/x"; } startup { become-primary-on both; wfc-timeout 5; } }
resource r0 {
  syncer { rate 20M; cpu-mask 3; }
  on a { device /dev/drbd0; disk /dev/a; address 10.0.0.1:7788; meta-disk internal; }
  on b { device /dev/drbd0; disk /dev/a; address 10.0.0.2:7788; flexible-meta-disk /dev/m; }
}
resource r1 {
  protocol A; net { allow-two-primaries; }
  disk { no-disk-barrier; } volume 0 { device minor 1; disk /dev/b; meta-disk internal; disk { disk-barrier yes; al-extents 400; } }
  on a { address 10.0.0.1:7789; volume 0 { disk { al-extents 500; } } }
  on b { address 10.0.0.2:7789; }
}
`,
  },
  {
    'drbd.conf': 'include "d/*.conf";\ninclude "d/*.res";\ninclude "drbd.conf";\n',
    'd/b.res': `resource b { template-file "common.tmpl"; net { timeout 50; } ${disk} on a { address 10.0.0.1:1; } on b { address 10.0.0.2:1; } }\n`,
    'd/a.res': `resource a { device minor 1; disk /dev/x; on a { address 10.0.0.1:2; } on b { address 10.0.0.2:2; } }\n`,
    'd/global_common.conf': 'global { usage-count no; }\ncommon { net { timeout 60; ping-int 7; } }\n',
    'd/common.tmpl': 'common { net { max-buffers 9K; timeout 70; } options { quorum off; } }\nresource ignored { }\n',
  },
];
