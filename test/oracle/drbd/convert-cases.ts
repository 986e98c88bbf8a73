const on = (name: string, last: number, more = ''): string =>
  `  on ${name} { device /dev/drbd0; disk /dev/vg/r; address 10.0.0.${last}:7788; meta-disk internal;${more} }\n`;

const resource = (inner: string, first = '', second = ''): string =>
  `resource r0 {\n${inner}${on('alpha', 1, first)}${on('beta', 2, second)}}\n`;

/** Old configurations, written as people wrote them: for 8.3, for 8.4, or for both. */
export const oldCases: readonly string[] = [
  `# main file
global { usage-count no; minor-count 64; dialog-refresh 5; }
common {
  protocol C;   # safe

  # how fast
  syncer {
    # a third of the line
    rate             10M;   # not more
    al-extents       257;
    verify-alg sha1;

    # rate 30M;
  }
  disk {
    on-io-error detach;
    no-disk-flushes;
    fencing resource-only; # with Pacemaker
  }
  net { timeout 60; }
  handlers {
    outdate-peer "/usr/lib/drbd/outdate";
    split-brain "/usr/lib/drbd/notify root";
  }
  startup { wfc-timeout 15; }
}
${resource('  syncer { rate 20M; cpu-mask 3; }\n').replace('internal; }\n}', 'internal; }\n  startup { become-primary-on alpha; }\n}')}`,
  `resource path {
\tprotocol A;
\tsyncer {
\t\trate 20M;
\t\tcsums-alg md5;
\t\tuse-rle;
\t}
\tdisk { fencing resource-and-stonith; use-bmbv; }
\tnet {
\t\tallow-two-primaries;
\t\tafter-sb-0pri discard-zero-changes;
\t\tno-tcp-cork;
\t\tunplug-watermark 128;
\t}
\tstartup {
\t\t# both of them
\t\tbecome-primary-on both;
\t}
\ton host { device /dev/drbd1; disk /dev/b; address sci 10.0.0.1:7789; flexible-meta-disk /dev/m; }
\ton port { device /dev/drbd1; disk /dev/b; address sci 10.0.0.2:7789; meta-disk /dev/m[1]; }
}
`,
  resource('  protocol C;\n'),
  resource('  protocol C; net { timeout 60; }\n'),
  resource('  protocol C;\n  net {\n    timeout 60;\n  }\n'),
  resource('  protocol C;\n  syncer { }\n'),
  resource('  protocol C;\n  syncer {\n    # nothing here\n  }\n'),
  resource('  protocol C;\n  syncer { verify-alg sha1; rate 1M; csums-alg sha1; al-extents 127; cpu-mask f; }\n'),
  resource(`  protocol B;
  disk {
    size 1G;
  }
  net {
    ping-int 5;
  }
  # all of it moves
  syncer {
    rate 1M; # fast
    verify-alg sha1;
    # nothing more
  }
`),
  resource(
    '  protocol C;\n  syncer { rate 1M; c-plan-ahead 20; c-max-rate 10M; c-fill-target 1M; c-delay-target 5; }\n',
  ),
  resource('  protocol C;\n  disk { no-disk-barrier; no-disk-drain; no-md-flushes; on-io-error pass_on; }\n'),
  resource('  protocol C;\n  disk { fencing dont-care; }\n  net { cram-hmac-alg "sha1"; shared-secret "a b"; }\n'),
  resource('  protocol C;\n  disk {\n    fencing dont-care;\n  }\n'),
  resource('  protocol C;\n  disk {\n    # only this\n    fencing dont-care; # really\n    # and a word\n  }\n'),
  resource(
    '  protocol C;\n  handlers { pri-on-incon-degr "/a"; outdate-peer "/b"; }\n  startup { degr-wfc-timeout 60; }\n',
  ),
  resource(
    '  protocol C;\n',
    ' proxy on alpha { inside 127.0.0.1:7; outside 10.1.0.1:7; }',
    ' proxy on beta { inside 127.0.0.1:7; outside 10.1.0.2:7; }',
  ),
  resource('  protocol C;\n').replaceAll('\n', '\r\n'),
  resource('  protocol C;\n  syncer {\n    rate 1M;\n  }\n').replaceAll('\n', '\r\n'),
  `resource r { protocol C; syncer { rate 5M; after r2; }${on('a', 1)}${on('b', 2)}}
resource r2 { protocol C; ${on('a', 3)}${on('b', 4)}}
`
    .replace(/(resource r2.*)drbd0(.*)drbd0/s, '$1drbd1$2drbd1')
    .replace(/(resource r2.*)vg\/r(.*)vg\/r/s, '$1vg/s$2vg/s'),
  `resource low {
  protocol C;
  on a { device /dev/drbd0; disk /dev/x; address 10.0.0.1:7788; meta-disk internal; }
  on b { device /dev/drbd0; disk /dev/x; address 10.0.0.2:7788; meta-disk internal; }
}
resource up {
  protocol A;
  syncer { rate 1M; }
  stacked-on-top-of low {
    device    /dev/drbd10;
    address   10.1.0.1:7788;
  }
  on c {
    device    /dev/drbd10;
    disk      /dev/y;
    address   10.1.0.2:7788;
    meta-disk internal;
  }
}
`,
  `resource r {
  protocol C;
  device /dev/drbd0; disk /dev/x; meta-disk internal;
  floating 10.0.0.1:7788 { device /dev/drbd0; disk /dev/x; meta-disk internal; }
  floating 10.0.0.2:7788 { device /dev/drbd0; disk /dev/x; meta-disk internal; }
}
`,
  `resource r {
  protocol C;
  volume 0 {
    device /dev/drbd0; disk /dev/x; meta-disk internal;
    disk { no-disk-barrier; resync-rate 5M; }
  }
  volume 1 { device minor 1; disk /dev/y; meta-disk internal; }
  options { cpu-mask 1; }
  syncer { rate 10M; use-rle; }
  on a { address 10.0.0.1:7788; }
  on b { address 10.0.0.2:7788; }
}
`,
  `resource r {
  disk { rate 10M; after s; disk-barrier no; }
  net { protocol C; csums-alg md5; }
  syncer { csums-alg md5; rate 10M; }
  on a { device /dev/drbd0; disk /dev/x; meta-disk internal; address 10.0.0.1:7788; }
  on b { device /dev/drbd0; disk /dev/x; meta-disk internal; address 10.0.0.2:7788; }
}
resource s {
  on a { device /dev/drbd1; disk /dev/y; meta-disk internal; address 10.0.0.1:7789; }
  on b { device /dev/drbd1; disk /dev/y; meta-disk internal; address 10.0.0.2:7789; }
}
`,
  resource('  protocol C;\n  disk {\n    size 0;\n    size 0; # twice\n  }\n  syncer { rate 1M; rate 1024K; }\n'),
  resource('  protocol C;\n  disk {\n    size 0;\n    throttle-threshold 10;\n    size 0;\n  }\n'),
  `resource low {
  volume 0 { device /dev/drbd0; disk /dev/vg/a; meta-disk internal; }
  volume 1 { device /dev/drbd1; disk /dev/vg/b; meta-disk internal; }
  on a { address 10.0.0.1:7788; }
  on b { address 10.0.0.2:7788; }
}
resource up {
  stacked-on-top-of low { volume 0 { device /dev/drbd10; } address 10.0.0.3:7789; }
  on c { volume 0 { device /dev/drbd10; disk /dev/vg/c; meta-disk internal; } address 10.0.0.4:7789; }
}
`,
];

/** Configurations of DRBD 9 that 8.4 has words for. */
export const newCases: readonly string[] = [
  `resource r0 {
    net {
        protocol C;
        fencing resource-and-stonith;
    }
    options { auto-promote yes; }
    on a {
        node-id   0;
        address   10.0.0.1:7788;
        volume 0 {
            device /dev/drbd0;
            disk   /dev/a;
        }
    }
    on timeout {
        node-id 1;
        address 10.0.0.2:7788;
        volume 0 { device /dev/drbd0; disk /dev/a; meta-disk internal; }
    }
    # the only one
    connection {
        host a;
        host timeout;
        net { ping-int 5; }
        disk { c-max-rate 10M; } # to the peer
    }
}
`,
  `resource r { device minor 0; disk /dev/x; on a { node-id 0; address 10.0.0.1:1; } on b { node-id 1; address 10.0.0.2:1; } connection-mesh { hosts a b; net { protocol A; } } }`,
  `common { net { fencing resource-only; "timeout" 60; } }
resource r { device minor 0; disk /dev/x; meta-disk internal; on a { address 10.0.0.1:1; } on b { address 10.0.0.2:1; } }
`,
  'resource r { device minor 0; disk /dev/x; floating 10.0.0.1:1 { node-id 0; } floating 10.0.0.2:1 { node-id 1; } }\n',
  `resource r {
  floating 10.0.0.1:1 { node-id 0; device minor 0; disk /dev/x; meta-disk internal; disk { al-extents 1237; } }
  floating 10.0.0.2:1 { node-id 1; device minor 0; disk /dev/x; meta-disk internal; disk { al-extents 1237; } }
}
`,
];
