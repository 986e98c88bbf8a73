/** Where the main file of a configuration is looked for: `drbd.conf` beside a file, or above its folder. */
export function rootsDrbd(uri: string): readonly string[] {
  const folder = uri.slice(0, uri.lastIndexOf('/'));
  const above = folder.slice(0, folder.lastIndexOf('/'));
  const names = [`${folder}/drbd.conf`, ...(above.endsWith('/') ? [] : [`${above}/drbd.conf`])];
  return names.filter((name) => name !== uri);
}
