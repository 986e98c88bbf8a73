import { checkPlaces, checkRefused, checkRename } from '../../support/places';

suite('crm: names', () => {
  test('a resource: its statement, containers, constraints, rights, tags, sets, topologies, commands', () =>
    checkPlaces(`
== a.crm ==
primitive v<|>ip Dummy params $id="vip-instance_attributes" state=1
          ^^^ declaration
                                ^^^ reference
primitive web Dummy params $id-ref=vip-instance_attributes meta $id-ref=vip
                                   ^^^ reference
                                                                        ^^^ reference
group g vip web
        ^^^ reference
location l vip rule $id=x $role=Started -inf: #uname ne a
           ^^^ reference
order o Mandatory: ( vip:start web ) g
                     ^^^ reference
tag t vip
      ^^^ reference
role r read ref:vip write meta:vip:is-managed deny xpath:"//primitive[@id='vip']"
                ^^^ reference
                               ^^^ reference
                                                                           ^^^ reference
fencing_topology a: web,vip
                        ^^^ reference
monitor vip 10
        ^^^ reference
xml <rsc_location id="l2" rsc="vip" node="a" score="1"/>
                               ^^^ reference
`));

  test('a template, a set, a role, a ticket, a tag, a constraint, a node attribute', () => {
    checkPlaces(
      '== a.crm ==\nrsc_template t<|> Dummy\n             ^ declaration\nprimitive a @t\n             ^ reference\norder o t a\n        ^ reference\n',
    );
    checkPlaces(
      '== a.crm ==\nprimitive a Dummy params $id=s<|>1 x=1\n                             ^^ declaration\nprimitive b Dummy params $id-ref=s1\n                                 ^^ reference\n',
    );
    checkPlaces(
      '== a.crm ==\nrole r<|>o read cib\n     ^^ declaration\nacl_target u ro\n             ^^ reference\nuser x role:ro\n            ^^ reference\n',
    );
    checkPlaces(
      '== a.crm ==\nrsc_ticket a tick<|>et: x\n             ^^^^^^ declaration\nrsc_ticket b ticket: y\n             ^^^^^^ declaration\n',
    );
    checkPlaces('== a.crm ==\ntag t<|>: a\n    ^ declaration\norder o t b\n        ^ reference\n');
    checkPlaces('== a.crm ==\norder o<|>1 a b\n      ^^ declaration\ntag t o1\n      ^^ reference\n');
    checkPlaces(
      '== a.crm ==\nnode n attributes rac<|>k=1\n                  ^^^^ declaration\nlocation l a rule 1: rack eq 1\n                     ^^^^ reference\ncolocation c inf: a b node-attribute=rack\n                                     ^^^^ reference\n',
    );
  });

  test('a node: constraints, rules, topologies, fence devices; undeclared ones too', () => {
    checkPlaces(`
== a.crm ==
node 1: alpha
        ^^^^^ declaration
primitive f stonith:fence_ipmilan params pcmk_host_list="alpha beta" pcmk_host_map="beta:2;alpha:1"
                                                         ^^^^^ reference
                                                                                           ^^^^^ reference
location l f -inf: alp<|>ha
                   ^^^^^ reference
location m f rule 1: #uname eq alpha
                               ^^^^^ reference
fencing_topology alpha: f
                 ^^^^^ reference
`);
    checkRename(
      '== a.crm ==\nlocation l a 1: x<|>\nlocation m a 1: x\n',
      'y',
      '== a.crm ==\nlocation l a 1: y\nlocation m a 1: y\n',
    );
  });

  test('what ping counts is an attribute of nodes', () =>
    checkPlaces(`
== a.crm ==
primitive p ocf:pacemaker:ping params name=reach host_list=10.0.0.1
                                           ^^^^^ declaration
location l a rule -inf: not_defined rea<|>ch or reach lt 1
                                    ^^^^^ reference
                                             ^^^^^ reference
`));

  test('a remote node is called like its resource', () =>
    checkPlaces(`
== a.crm ==
primitive r<|>1 ocf:pacemaker:remote params server=10.0.0.1
          ^^ declaration
location l a 100: r1
                  ^^ reference
`));

  test('a guest node is declared where its resource says so', () =>
    checkPlaces(`
== a.crm ==
primitive b Dummy meta remote-node=guest
                                   ^^^^^ declaration
location l a 100: gue<|>st
                  ^^^^^ reference
`));

  test('a resource is renamed with the ids that are made of its name, its XML and commands', () => {
    checkRename(
      `
== a.crm ==
primitive vip<|> Dummy params $id="vip-instance_attributes" x=1 operations $id=vip-ops op monitor interval=10s $id=vip-monitor-10s
primitive web Dummy params $id=vip-own x=1 meta $id-ref="vip-meta_attributes"
location vip-loc vip 100: a
xml <rsc_order id="o" first="vip" then="web"/>
order o2 vip web
== b.crm ==
group g vip
primitive vip-2 Dummy
resource
stop vip
`,
      'ip1',
      `== a.crm ==
primitive ip1 Dummy params $id="ip1-instance_attributes" x=1 operations $id=ip1-ops op monitor interval=10s $id=ip1-monitor-10s
primitive web Dummy params $id=vip-own x=1 meta $id-ref="ip1-meta_attributes"
location vip-loc ip1 100: a
xml <rsc_order id="o" first="ip1" then="web"/>
order o2 ip1 web
== b.crm ==
group g ip1
primitive vip-2 Dummy
resource
stop ip1
`,
    );
    checkRename(
      `== a.crm ==\nxml <primitive class="ocf" provider="p" type="vip" id="v<|>ip"><meta_attributes id="vip-meta_attributes"/></primitive>\ngroup g vip\n`,
      'x',
      `== a.crm ==\nxml <primitive class="ocf" provider="p" type="vip" id="x"><meta_attributes id="x-meta_attributes"/></primitive>\ngroup g x\n`,
    );
  });

  test('another cluster near by keeps its names; a file that declares nothing goes along', () =>
    checkRename(
      '== a.crm ==\nprimitive v<|> Dummy\n== b.crm ==\nprimitive v Dummy\ngroup g v\n== c.crm ==\norder o v w\n',
      'x',
      '== a.crm ==\nprimitive x Dummy\n== b.crm ==\nprimitive v Dummy\ngroup g v\n== c.crm ==\norder o x w\n',
    ));

  test('what is declared in another cluster only is renamed there, unless there are two', () => {
    const far = (name: string) => `== ${name}/x/y/z/a.crm ==\nprimitive v Dummy\n`;
    checkRename(
      `== c.crm ==\ngroup g v<|>\n${far('one')}`,
      'x',
      `== c.crm ==\ngroup g x\n${far('one').replace('v Dummy', 'x Dummy')}`,
    );
    checkRefused(`== c.crm ==\ngroup g v<|>\n${far('one')}${far('two')}`, 'x', 'no name here');
    const node = '== one/x/y/z/a.crm ==\nnode n\n== two/x/y/z/a.crm ==\nnode n\n';
    checkRename(`== c.crm ==\nlocation l a 1: n<|>\n${node}`, 'm', `== c.crm ==\nlocation l a 1: m\n${node}`);
  });

  test('a new name has to be one, and free', () => {
    checkRefused(
      '== a.crm ==\nprimitive v<|> Dummy params $id=v-instance_attributes x=1\nprimitive y Dummy params $id=w-instance_attributes\n',
      'w',
      '“w-instance_attributes” is declared',
    );
    checkRefused('== a.crm ==\nprimitive v<|> Dummy\n', '1a', 'begins with a letter');
    checkRefused('== a.crm ==\nprimitive v<|> Dummy\n', 'a b', 'cannot be an id');
    checkRefused('== a.crm ==\nprimitive v<|> Dummy\norder w v x\n', 'w', 'declared already');
    checkRefused('== a.crm ==\nprimitive v<|> Dummy\nproperty p1: stonith-enabled=true\n', 'p1', 'already');
    checkRefused('== a.crm ==\nnode v<|>\nnode w\n', 'w', 'declared already');
    checkRefused('== a.crm ==\ngroup g v<|>\n', 'w', 'no name here');
    checkRefused('== a.crm ==\nprimitive v Dummy params st<|>ate=1\n', 'w', 'no name here');
  });
});

suite('DRBD: names', () => {
  const two = (name: string, rest = '') =>
    `resource ${name} {\n  on alpha { address 10.0.0.1:7788; }\n  on beta { address 10.0.0.2:7788; }\n${rest}}\n`;

  test('a resource: resync-after, stacked, the other files', () =>
    checkPlaces(`
== drbd.conf ==
include "drbd.d/*.res";
== drbd.d/r0.res ==
resource r0 {
         ^^ declaration
}
== drbd.d/r1.res ==
resource r1 {
  disk { resync-after r<|>0/1; }
                      ^^ reference
  stacked-on-top-of r0 { }
                    ^^ reference
}
`));

  test('a host: sections, connections, meshes, lists', () =>
    checkPlaces(`
== drbd.d/r0.res ==
resource r0 {
  on al<|>pha { address 10.0.0.1:7788; }
     ^^^^^ declaration
  on "beta" { address 10.0.0.2:7788; }
  connection { host alpha port 7789; host beta; }
                    ^^^^^ reference
  connection-mesh { hosts alpha beta; }
                          ^^^^^ reference
  startup { become-primary-on alpha; }
                              ^^^^^ reference
}
== drbd.d/r1.res ==
resource r1 {
  on alpha beta { address 10.0.0.1:7790; }
     ^^^^^ declaration
}
`));

  test('a host by its short name', () =>
    checkRename(
      '== a.res ==\nresource r0 {\n on al<|>pha.x.org { }\n connection { host alpha; host beta; }\n}\n',
      'gamma',
      '== a.res ==\nresource r0 {\n on gamma { }\n connection { host gamma; host beta; }\n}\n',
    ));

  test('a copy of the configuration near by is another one', () => {
    const tree = (at: string, name: string) =>
      `== ${at}drbd.conf ==\ninclude "drbd.d/*.res";\n== ${at}drbd.d/a.res ==\n${two('r0').replaceAll('alpha', name)}`;
    const text = tree('', 'alpha') + tree('old/', 'alpha');
    checkRename(text.replace('on alpha', 'on al<|>pha'), 'gamma', tree('', 'gamma') + tree('old/', 'alpha'));
  });

  test('a volume: its sections on all hosts, connections, resync-after, devices', () =>
    checkPlaces(`
== r0.res ==
resource r0 {
  volume <|>1 { device minor 5; disk /dev/x; }
         ^ declaration
                          ^ reference
                                  ^^^^^^ reference
  on alpha { volume 1 { meta-disk internal; } }
                    ^ declaration
  connection { volume 1 { disk { } } }
                      ^ reference
}
resource r1 { disk { resync-after r0/1; } volume 1 { device minor 6; } }
                                     ^ reference
`));

  test('renames: quotes where they are needed, numbers, refusals', () => {
    checkRename(
      '== a.res ==\nresource r<|>0 { }\nresource r1 { disk { resync-after "r0/0"; } }\n',
      'on',
      '== a.res ==\nresource "on" { }\nresource r1 { disk { resync-after "on/0"; } }\n',
    );
    checkRename(
      `== a.res ==\n${two('r0').replace('on alpha', 'on al<|>pha')}`,
      'gamma',
      `== a.res ==\n${two('r0').replace('alpha', 'gamma')}`,
    );
    checkRename(
      '== a.res ==\nresource r0 { volume <|>0 { device minor 1; } connection { volume 0 { } } }\n',
      '2',
      '== a.res ==\nresource r0 { volume 2 { device minor 1; } connection { volume 2 { } } }\n',
    );
    checkRefused('== a.res ==\nresource r<|>0 { }\n', 'all', 'means all');
    checkRefused('== a.res ==\nresource r<|>0 { }\nresource r1 { }\n', 'r1', 'declared already');
    checkRefused(
      '== a.res ==\nresource r0 { volume <|>0 { device minor 1; } volume 1 { device minor 2; } }\n',
      '1',
      'declared already',
    );
    checkRefused('== a.res ==\nresource r0 { volume <|>0 { device minor 1; } }\n', 'x', 'number');
    checkRefused('== a.res ==\nresource r0 { volume 0 { device minor <|>1; } }\n', '2', 'no name here');
  });
});

const across = `
== a.crm ==
node alpha
primitive d ocf:linbit:drbd params drbd_resource="r0"
ms m d
primitive f Filesystem params device="/dev/drbd/by-res/r0/0" directory=/x fstype=ext4
primitive g LVM-activate params vgname=v device=/dev/drbd1
primitive h Filesystem params device=/dev/drbd/by-disk/vg/r0 directory=/y fstype=ext4
location drbd-fence-by-handler-r0-m m rule $id="drbd-fence-by-handler-r0-rule-m" $role=Master -inf: #uname ne alpha
== drbd.d/r0.res ==
resource r0 {
  volume 0 { device /dev/drbd1; disk /dev/vg/r0; meta-disk internal; }
  on alpha { address 10.0.0.1:7788; }
  on beta { address 10.0.0.2:7788; }
}
`;

suite('names across languages', () => {
  test('a DRBD resource, from either side', () => {
    const expected = `
== a.crm ==
node alpha
primitive d ocf:linbit:drbd params drbd_resource="r0"
                                                 ^^^^ reference
ms m d
primitive f Filesystem params device="/dev/drbd/by-res/r0/0" directory=/x fstype=ext4
                                                       ^^ reference
primitive g LVM-activate params vgname=v device=/dev/drbd1
primitive h Filesystem params device=/dev/drbd/by-disk/vg/r0 directory=/y fstype=ext4
location drbd-fence-by-handler-r0-m m rule $id="drbd-fence-by-handler-r0-rule-m" $role=Master -inf: #uname ne alpha
                               ^^ reference
                                                                      ^^ reference
== drbd.d/r0.res ==
resource r0 {
         ^^ declaration
  volume 0 { device /dev/drbd1; disk /dev/vg/r0; meta-disk internal; }
  on alpha { address 10.0.0.1:7788; }
  on beta { address 10.0.0.2:7788; }
}
`;
    checkPlaces(expected.replace('resource r0', 'resource r0<|>'));
    checkPlaces(expected.replace('"r0"', '"r<|>0"'));
    checkPlaces(expected.replace('by-res/r0', 'by-res/r<|>0'));
    checkPlaces(expected.replace('handler-r0-m', 'handler-r<|>0-m'));
  });

  test('a volume, from each of its names', () => {
    const expected = `
== a.crm ==
primitive f Filesystem params device="/dev/drbd/by-res/r0/0" directory=/x fstype=ext4
                                     ^^^^^^^^^^^^^^^^^^^^^^^ reference
                                                          ^ reference
primitive g LVM-activate params vgname=v device=/dev/drbd1
                                                ^^^^^^^^^^ reference
primitive h Filesystem params device=/dev/drbd/by-disk/vg/r0 directory=/y fstype=ext4
                                     ^^^^^^^^^^^^^^^^^^^^^^^ reference
== drbd.d/r0.res ==
resource r0 {
  volume 0 { device /dev/drbd1; disk /dev/vg/r0; meta-disk internal; }
         ^ declaration
                    ^^^^^^^^^^ reference
                                     ^^^^^^^^^^ reference
  on alpha { address 10.0.0.1:7788; }
}
`;
    for (const text of ['/dev/drbd1;', 'volume 0 {', 'device=/dev/drbd1', '/dev/drbd/by-disk/vg/r0', 'r0/0"'])
      checkPlaces(expected.replace(text, `${text.slice(0, -2)}<|>${text.slice(-2)}`));
  });

  test('a DRBD resource is renamed in both', () =>
    checkRename(
      across.replace('resource r0', 'resource r<|>0'),
      'data',
      across
        .replace('"r0"', '"data"')
        .replace('by-res/r0', 'by-res/data')
        .replaceAll('handler-r0', 'handler-data')
        .replace('resource r0', 'resource data'),
    ));

  test('a node is renamed in both, from either side', () => {
    const after = across.replaceAll('alpha', 'gamma');
    checkRename(across.replace('node alpha', 'node al<|>pha'), 'gamma', after);
    checkRename(across.replace('on alpha', 'on al<|>pha'), 'gamma', after);
  });

  test('the clone is renamed in the ids of the fence-peer handler', () =>
    checkRename(
      across.replace('ms m', 'ms m<|>'),
      'p',
      across.replace('ms m', 'ms p').replace('r0-m m', 'r0-p p').replace('rule-m', 'rule-p'),
    ));

  test('early handlers left the DRBD resource out', () =>
    checkRename(
      '== a.crm ==\nprimitive d Dummy\nms m<|> d\nlocation drbd-fence-by-handler-m m rule $id="drbd-fence-by-handler-rule-m" -inf: #uname ne a\n',
      'p',
      '== a.crm ==\nprimitive d Dummy\nms p d\nlocation drbd-fence-by-handler-p p rule $id="drbd-fence-by-handler-rule-p" -inf: #uname ne a\n',
    ));

  test('a volume is renumbered in both', () =>
    checkRename(
      across.replace('volume 0', 'volume <|>0'),
      '3',
      across.replace('volume 0', 'volume 3').replace('by-res/r0/0', 'by-res/r0/3'),
    ));
});
