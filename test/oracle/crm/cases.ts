/** What the lines below may name. */
export const context = `node alpha
node beta
primitive a ocf:heartbeat:Dummy
primitive b ocf:heartbeat:Dummy
primitive s ocf:pacemaker:Stateful
primitive x1 ocf:heartbeat:Dummy
primitive x2 ocf:heartbeat:Dummy
group g x1 x2
clone cs s meta promotable=true
primitive st1 stonith:fence_virsh params ip=10.0.0.1 username=root plug=alpha
rsc_template t ocf:heartbeat:Dummy
role r1 read xpath:/cib
`;

/** Lines that crmsh is asked about one at a time, good and bad mixed: what decides is what it says. */
export const lines = `
primitive p Dummy
primitive p ocf:heartbeat:Dummy params state=/run/x op monitor interval=10s
primitive p ocf:heartbeat:Dummy op monitor interval=10s timeout=20s op start timeout=30s interval=0
primitive p @t params state=/x
primitive p Dummy state=/x
primitive p Dummy meta target-role=Started params state=/y
primitive p Dummy op monitor
primitive p Dummy op
primitive p Dummy op monitor interval 10s
primitive p Dummy op monitor foo=1
primitive p Dummy op monitor interval=10s foo=1
primitive p Dummy op monitor interval=10s foo=1 timeout=5s
primitive p Dummy op monitor interval=10s op_params depth=1
primitive p Dummy operations $id=ops op monitor interval=10s
primitive p Dummy operations op monitor interval=10s
primitive p Dummy params $id=ids state=/x
primitive p Dummy params rule #uname eq alpha state=/x
primitive p Dummy params a:b
primitive p Dummy utilization cpu=1
primitive p
primitive
primitive 1p Dummy
primitive p-1.x Dummy
primitive id=p Dummy
primitive p Dummy description="a b"
primitive p Dummy params state="unclosed
primitive p Dummy params state='it"s'
primitive p Dummy params state=it's
PRIMITIVE p Dummy
rsc_template q ocf:heartbeat:Dummy op monitor interval=5s
rsc_template q @t
rsc_template q
group h a b
group h a a
group h
group h a meta target-role=Started
group h a params x=1
group h cs
clone c a
clone c a meta interleave=true
clone c
clone c g
clone c cs
ms m a
master m a
bundle w docker image=web:1 replicas=2
bundle w docker image=web:1 network ip-range-start=10.0.0.1 port-mapping port=80
bundle w docker image=web:1 storage storage-mapping source-dir=/a target-dir=/b primitive a
bundle w
bundle w rkt image=web:1
location l a 100: alpha
location l a inf: alpha
location l a -inf: alpha
location l a 100 alpha
location l a alpha
location l a 100:
location l a
location l
location l a rule 100: #uname eq alpha
location l a rule #uname eq alpha and #uname ne beta
location l a rule #uname eq alpha or #uname ne beta and x eq y
location l a rule #uname
location l a rule #uname xx alpha
location l a rule defined ping
location l a rule defined
location l a rule not_defined ping or ping lte 0
location l a rule ping number:lt 5
location l a rule $role=Promoted 100: #uname eq alpha
location l a rule date gt 2030-01-01
location l a rule date in_range start=2030-01-01 end=2031-01-01
location l a rule date spec hours=9-17 weekdays=1-5
location l a rule date foo start=1
location l a rule date spec minutes=1
location l a resource-discovery=never 100: alpha
location l a role=Started 100: alpha
location l a 100: alpha role=Started
location l { a b } 100: alpha
location l { a b 100: alpha
location l /a.*/ 100: alpha
location l nosuch 100: alpha
colocation c inf: a b
colocation c inf: a cs:Promoted
colocation c inf: a cs:Foo
colocation c a b
colocation c inf a b
colocation c inf: a
colocation c inf:
colocation c inf: ( a b ) st1
colocation c inf: ( a b
colocation c inf: a ) b
colocation c inf: ( a ( b ) )
colocation c inf: [ a b ] st1
colocation c 100: a b node-attribute=rack
colocation c 100: a node-attribute=rack b
collocation c inf: a b
order o inf: a b
order o Mandatory: a b
order o Optional: a:start b:stop
order o Serialize: a b
order o Sometimes: a b
order o a b
order o Mandatory a b
order o Mandatory: a:monitor b
order o Mandatory: a b symmetrical=false
order o Mandatory: a b symmetrical=maybe
order o symmetrical=false a b
order o inf: ( a b ) st1
order o inf: a nosuch
order o
rsc_ticket k ticketA: a
rsc_ticket k ticketA: cs:Promoted loss-policy=demote
rsc_ticket k ticketA: a loss-policy=foo
rsc_ticket k a
property stonith-enabled=false
property cib-bootstrap-options: no-quorum-policy=stop
property $id=mine x=1
property stonith-enabled=
rsc_defaults resource-stickiness=100
op_defaults timeout=20s
fencing_topology alpha: st1
fencing_topology alpha: st1 beta: st1
fencing_topology st1
fencing_topology attr:rack=1 st1
fencing_topology attr:rack st1
role q read xpath:/cib
role q read ref:a deny tag:nvpair
role q allow xpath:/cib
role q
user u role:r1
user u
acl_target joe r1
acl_target joe
tag w a b
tag w: a
tag w
alert n /bin/x
alert n /bin/x to root@localhost
alert n /bin/x to { root@localhost meta timeout=10s }
alert n /bin/x select nodes resources to /var/log/x
alert n
monitor a 10s
monitor a 10s:20s
monitor s:Master 10s
monitor s:Foo 10s
monitor a
node gamma
node 3: gamma attributes standby=on
node gamma:remote
node gamma:foo
node $id="3" gamma utilization cpu=4
node
xml <primitive id="q" class="ocf" provider="heartbeat" type="Dummy"/>
xml <foo/>
xml
commit-now
foo bar
“smart”
primitive a Dummy
order a inf: a b
`
  .split('\n')
  .filter((line) => line !== '');

/** Lines where we differ on purpose; docs/differences.md says why. */
export const onPurpose = new Set<string>();

/** What the fuzzer found once. */
const found = [
  'xml <clone id="xc"><primitive id="q" class="ocf" provider="heartbeat" type="Dummy"/></clone>',
  'xml <clone id="xc"><primitive class="ocf" provider="heartbeat" type="Dummy"/></clone>',
  'xml <primitive id="q" class="ocf" provider="heartbeat" type="Dummy"/>\nxml <group id="xg"><primitive id="q"/></group>',
  'xml <tag id="a&amp;b"/>',
  'xml <op_defaults/>',
  'xml <rsc_location id="l"/>\nxml <rsc_location id="l"/>',
  "XML <primitive id='q' class='ocf' provider='heartbeat' type='Dummy'/>",
  '"xml" <tag id=\'"w"\'><obj_ref id=\'"a"\'/></tag>',
  'order k b =',
  'order k a )',
  'op_defaults $id-ref= n',
  'property $id-ref= rule #uname eq alpha x=y',
  'rsc_defaults $id=',
  'rsc_defaults $id=a',
  'monitor a (',
  'monitor a #',
  'monitor cs 10s',
  'monitor g 10s',
  'monitor a: 10s',
  'monitor a:Started 10s:',
  'monitor a 10s\nmonitor a 10',
  'monitor a 10s\nmonitor a :',
  'group k b cs',
  'group k k b',
  'group k g',
  'ms k cs',
  'clone k ms1\nms ms1 b',
  'clone k2 a\nclone k k2',
  'clone k k2\nclone k2 a',
  'group k a*',
  'group k [ab]',
  'order o inf: a ?',
  'property alpha: x=y',
  'property g: x=y',
  'fencing_topology\nfencing_topology',
  'primitive p Dummy operations $id=x $id=y',
  'bundle k description= docker image=x',
  'role k read description=',
  'role k description=x',
  'user u role:',
  'user u write node node',
  'node :',
  'node 1:',
  'node "\'"',
  'node ""',
  'node 1: gamma\nnode 2: gamma',
  'node 1: gamma\nnode 1: delta',
  'alert n ""',
  'alert n x meta Meta',
  'alert n x Meta',
  'bundle k docker o@=1',
  'location l a 1x=y 100: alpha',
  'bundle k docker image=x network PORT-MAPPING',
  'bundle k docker image=x meta docker',
  'node gamma attributes\fx',
  'tag w x\fc',
  'primitive p "\'"',
  "primitive p Dummy params 'state=a\\'",
  'node gamma rule $id-ref=x $=',
  'primitive p Dummy params @a @a:b $x:y=z $x=y',
  'rsc_ticket k =: b',
  '\u3000node gamma\u3000',
  'primitive p Dummy\u3000params state=x',
  'colocation \\\u3000\nc inf: a b',
  '\\\n# comment',
  '# -----\nnode gamma',
  '# a -- b\n# c\n\nproperty x=y',
  '#-\nfoo\nmonitor a 10s',
  'node gamma\n# -----',
  '# x -\\\n y\nnode gamma',
  'primitive k Dummy params rule x eq a\u00a0b y=1',
  '# x -\\\n\norder o a b',
  '#\\\n- -\\\n-\nnode gamma',
  'bundle k docker image=x meta $id-ref=a docker',
  'bundle k docker image=x meta $id-ref=a meta y=1',
  'primitive k Dummy params 0: $id-ref=k x',
  'primitive k Dummy rule $id= x ne 1 y=1',
  'primitive k @=',
  'primitive k @',
  'xml <primitive id="q" class="ocf" provider="heartbeat" type="x"><meta_attributes id="m"><n :="x"/></meta_attributes></primitive>',
  'xml <primitive id="q" class="ocf"/>',
  'primitive k Dummy params rule x number:gt \\\\ y',
  'rsc_defaults rule x ne "\\""',
  'primitive k = "0" meta: x=1',
  'primitive k Dummy op monitor interval=1 meta:x y=1',
  'location l "a b" inf: alpha',
  'user u READ meta:x role:r1',
  'user u read attribute:x role:r1 deny status',
  'group k a *',
  'node s a=:',
  'xml <cluster_property_set id="ps"/>\nxml <cluster_property_set id="ps"/>',
  'bundle k docker image=x primitive [',
  'primitive k Dummy op monitor interval=10s params x=1 op start interval=0',
  'primitive k Dummy params a $id=a',
  'primitive k Dummy op monitor interval=10s role=0 role=Started',
  'op_defaults x: d rule x ne 1',
  'bundle k docker image=x primitive g primitive a',
  'bundle k docker image=x primitive a primitive b',
  'primitive k* Dummy\ngroup l k*',
];

/** Files of several lines. */
const files = [
  'primitive p Dummy \\\n\tparams state=/x \\\n\top monitor interval=10s\n',
  'primitive p Dummy\\\n\tparams state=/x\n',
  '# a comment\nprimitive p Dummy\n',
  '# a comment \\\nprimitive p Dummy\nnode n\n',
  'node n\nnode n\n',
  'property a-b=1\nproperty c-d=2\n',
  'primitive p Dummy \\\n\nnode n\n',
  'group g p\nprimitive p Dummy\n',
];

/** Texts for crmsh, each with the context where it needs one. */
export const cases: readonly { readonly name: string; readonly text: string }[] = [
  ...[...lines, ...found].map((line) => ({ name: line, text: `${context}${line}\n` })),
  ...files.map((text) => ({ name: text, text })),
];
