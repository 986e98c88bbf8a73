/** A CIB with these sections. Blanks as Pacemaker prints them. */
export function cib(sections: Readonly<Record<string, string>>, schema = 'pacemaker-3.9'): string {
  const all = { crm_config: '', nodes: '', resources: '', constraints: '', ...sections };
  const inner = Object.entries(all).map(([tag, text]) =>
    text === '' ? `    <${tag}/>\n` : `    <${tag}>\n${text.trim()}\n    </${tag}>\n`,
  );
  return (
    `<cib validate-with="${schema}" admin_epoch="0" epoch="1" num_updates="0" crm_feature_set="3.16.1">\n` +
    `  <configuration>\n${inner.join('')}  </configuration>\n  <status/>\n</cib>\n`
  );
}

export const nodes = '<node id="1" uname="n1"/><node id="2" uname="n2"/>';
export const dummy = (id: string, inner = ''): string =>
  `<primitive id="${id}" class="ocf" provider="heartbeat" type="Dummy">${inner}</primitive>`;
export const three = dummy('a') + dummy('b') + dummy('c');
export const stonith = (id: string): string => `<primitive id="${id}" class="stonith" type="fence_dummy"/>`;
export const fenced = (...levels: readonly string[]): string =>
  cib({
    nodes,
    resources: stonith('s1') + stonith('s2'),
    'fencing-topology': levels.map((level, i) => `<fencing-level id="f${i}" ${level}/>`).join(''),
  });
export const params = (inner: string, more = ''): string =>
  cib({
    nodes,
    resources: dummy('a', `<instance_attributes id="a-instance_attributes"${more}>${inner}</instance_attributes>`),
  });
export const valued = (value: string): string =>
  params(`<nvpair id="a-instance_attributes-x" name="x" value="${value}"/>`);
export const located = (attributes: string, inner = ''): string =>
  cib({ nodes, resources: three, constraints: `<rsc_location id="l" ${attributes}>${inner}</rsc_location>` });
export const ruled = (rule: string): string => located('rsc="a"', `<rule id="l-rule" ${rule}</rule>`);
export const tested = (expression: string): string => ruled(`score="5">${expression}`);
export const constrained = (text: string, schema?: string): string =>
  cib({ nodes, resources: three, constraints: text }, schema);
export const set = (id: string, attributes: string, ...members: readonly string[]): string =>
  `<resource_set id="${id}" ${attributes}>${members.map((member) => `<resource_ref id="${member}"/>`).join('')}</resource_set>`;
export const resources = (text: string, schema?: string): string => cib({ nodes, resources: text }, schema);
export const operated = (text: string): string => resources(dummy('a', `<operations>${text}</operations>`));
export const acls = (text: string, schema?: string): string => cib({ nodes, resources: three, acls: text }, schema);
export const alerted = (text: string): string => cib({ nodes, alerts: text });
export const properties = (text: string): string => cib({ crm_config: text });
