// What the pictures show. A scene may change its copy of examples/ first; nothing is written to examples/ itself.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `prepare` gets the copy and returns the file to open; `act` gets a Stage; `height` is that of the window. */
export const scenes = [
  {
    name: 'crm',
    height: 440,
    prepare: (folder) => changed(folder, '.crm', (text) => text.replace(/\bparams ip=/, 'params ipp=')),
    async act(stage) {
      await stage.untilSquiggle();
      await stage.hover('ipp');
    },
  },
  {
    name: 'completion',
    height: 440,
    prepare: (folder) =>
      written(
        folder,
        'address.crm',
        'node 1: alpha\nnode 2: beta\n\nprimitive vip ocf:heartbeat:IPaddr2 params ip=192.0.2.100 ',
      ),
    async act(stage) {
      await stage.press('Control+End');
      await stage.suggest();
    },
  },
  {
    name: 'drbd',
    sideBar: true,
    height: 640,
    prepare: (folder) => changed(folder, '.res', (text) => text),
    act: (stage) => stage.command('Explorer: Focus on Outline View'),
  },
  {
    name: 'markdown',
    height: 520,
    prepare: (folder) => written(folder, 'runbook.md', runbook),
    act: (stage) => stage.untilColours(),
  },
];

const runbook = `# Giving the cluster a second address

1. Put this into \`vip2.crm\`:

   \`\`\`crm
   primitive vip2 ocf:heartbeat:IPaddr2 \\
     params ip=192.0.2.101 cidr_netmask=24 nic=eth0 \\
     op monitor interval=10s timeout=20s
   colocation vip2-with-vip inf: vip2 vip
   \`\`\`

2. Load it: \`crm configure load update vip2.crm\`

The data below it stays where it is:

\`\`\`drbd
resource r0 {
  net { protocol C; }
  volume 0 { device minor 0; disk /dev/vg0/r0; meta-disk internal; }
}
\`\`\`
`;

/** The first file of the copy with this ending in which the change changes something (or that it leaves on purpose). */
function changed(folder, ending, change) {
  const files = readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith(ending))
    .sort();
  const unchanged = (text) => change('params ip=') === 'params ip=' || change(text) !== text;
  const found = files.find((name) => unchanged(readFileSync(join(folder, name), 'utf8')));
  if (!found) throw new Error(`No ${ending} file in examples/ suits the scene`);
  return written(folder, found, change(readFileSync(join(folder, found), 'utf8')));
}

function written(folder, name, text) {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}
