/**
 * Whether a file is DRBD configuration, by its name and folder or by what stands in it; undefined: no.
 * `.res` and `.conf` belong to many: elsewhere than in `drbd.d` the content has to say DRBD beyond doubt.
 */
export function detectDrbd(name: string, folder: string, head: string): 'name' | 'content' | undefined {
  if (name === 'drbd.conf' || (name === 'global_common.conf' && /\b(?:global|common)\s*\{/.test(head))) return 'name';
  if (folder === 'drbd.d' && /\.(?:res|conf)$/.test(name)) return 'name';
  return /\.(?:res|conf)$/.test(name) && saysDrbd(head.slice(0, 8000)) ? 'content' : undefined;
}

function saysDrbd(head: string): boolean {
  const text = head.replace(/#[^\r\n]*/g, '');
  const opens = /(?:^|[\s;}])(?:resource\s+"?[\w.-]+"?|global|common)\s*\{/.test(text);
  const own =
    /\b(?:meta-disk\s|on\s+[\w.-]+\s*\{|usage-count\s|device\s+(?:\/dev\/drbd|minor\s)|al-extents\s|protocol\s+[ABC]\s*;|connection-mesh\s*\{)/;
  return opens && own.test(text);
}
