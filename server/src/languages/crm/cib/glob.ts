/** Whether a text is more than itself as a pattern. */
export const isGlob = (pattern: string): boolean => /[*?[]/.test(pattern);

/**
 * Whether a name fits a shell pattern: `*`, `?`, `[…]`, `[!…]`, as Python's fnmatch has them on Unix. In time proportional
 * to the product of both lengths at most.
 */
export function fitsGlob(name: string, pattern: string): boolean {
  const parts = globParts(pattern);
  let at = 0;
  let part = 0;
  let star = -1;
  let retry = 0;
  while (at < name.length) {
    const test = parts[part];
    if (test === 'star') {
      star = part++;
      retry = at;
    } else if (test?.(name.charAt(at))) {
      part++;
      at++;
    } else if (star >= 0) {
      part = star + 1;
      at = ++retry;
    } else return false;
  }
  while (parts[part] === 'star') part++;
  return part === parts.length;
}

type Part = 'star' | ((character: string) => boolean);

function globParts(pattern: string): Part[] {
  const parts: Part[] = [];
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    // The bracket that closes a class is not its first character.
    const close = character === '[' ? pattern.indexOf(']', at + (pattern.charAt(at + 1) === '!' ? 3 : 2)) : -1;
    if (character === '*') parts.push('star');
    else if (character === '?') parts.push(() => true);
    else if (close > 0) {
      parts.push(classOf(pattern.slice(at + 1, close)));
      at = close;
    } else parts.push((other) => other === character);
  }
  return parts;
}

function classOf(text: string): Part {
  const negated = text.startsWith('!');
  const body = negated ? text.slice(1) : text;
  return (character) => {
    for (let at = 0; at < body.length; at++) {
      const isRange = body.charAt(at + 1) === '-' && at + 2 < body.length;
      const last = body.charAt(isRange ? at + 2 : at);
      if (character >= body.charAt(at) && character <= last) return !negated;
      if (isRange) at += 2;
    }
    return negated;
  };
}
