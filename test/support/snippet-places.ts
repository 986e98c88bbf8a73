/** What crm snippets refer to by default. */
export const surroundings = `
node 1: alice
node 2: bob
primitive web ocf:pacemaker:Dummy
primitive vip ocf:pacemaker:Dummy
primitive db ocf:pacemaker:Dummy
primitive p_drbd0 ocf:pacemaker:Stateful
clone ms_drbd p_drbd0 meta promotable=true
primitive p_dlm0 ocf:pacemaker:Dummy
clone cl_dlm p_dlm0
primitive st_alice stonith:fence_ipmilan
primitive st_bob stonith:fence_ipmilan
primitive st_sbd stonith:fence_sbd
`;

/** A whole file round a snippet. */
export function inItsPlace(language: 'crm' | 'drbd', prefix: string, text: string): string {
  if (language === 'crm') return surroundingsOf(text) + text;
  const lower = `device minor 0; disk /dev/a; meta-disk internal;\n${hosts}`;
  if (prefix === 'on') return resource(`device minor 0; disk /dev/a; meta-disk internal;\n${text}\n${host('bob', 1)}`);
  if (prefix === 'volume') return resource(`${text}\n${hosts}`);
  if (prefix === 'res-stacked') return `${resource(lower)}\n${text}`;
  const three = `${lower}\n${host('carol', 2)}\nconnection-mesh { hosts alice bob carol; }\n`;
  if (prefix === 'quorum') return resource(three + text);
  return /^(?:resource|global|common)\b/.test(text) ? text : resource(`${lower}\n${text}`);
}

/** Without what the text declares itself. */
const surroundingsOf = (text: string): string =>
  surroundings
    .split('\n')
    .filter((line) => {
      const id = /^(?:node \d+:|primitive|clone) (\S+)/.exec(line)?.[1];
      return id === undefined || !new RegExp(`^\\w+ (?:\\d+: )?${id}\\b`, 'm').test(text);
    })
    .join('\n');

const resource = (content: string): string => `resource r0 {\n${content}\n}\n`;

const host = (name: string, id: number): string => `on ${name} { node-id ${id}; address 10.0.0.${id + 2}:7788; }`;

const hosts = `${host('alice', 0)}\n${host('bob', 1)}`;
