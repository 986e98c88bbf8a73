/**
 * What an audit says of the packages whose code we bundle; tools that only build and test are not shipped.
 * @param {string} report what `npm audit --json` printed
 * @param {readonly string[]} bundled names of packages
 * @returns {{ asked: boolean, found: readonly string[] }} `asked`: the registry answered; `found`: a line each
 */
export function judgeAudit(report, bundled) {
  const { vulnerabilities } = parsed(report);
  if (typeof vulnerabilities !== 'object' || vulnerabilities === null) return { asked: false, found: [] };
  const found = Object.entries(vulnerabilities)
    .filter(([name, { severity }]) => bundled.includes(name) && ['high', 'critical'].includes(severity))
    .map(([name, { severity, range }]) => `${name} ${range ?? ''}: ${severity}`);
  return { asked: true, found };
}

/** The names of the packages in the notices, which are made from the bundles. */
export const bundledIn = (notices) => [...notices.matchAll(/^## (\S+) \S+ \(/gm)].map(([, name]) => name);

function parsed(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}
