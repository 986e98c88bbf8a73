import type { OldReader } from './reader';
import type { OldResource } from './reading';
import { forgotten, type OptionClass } from './words';

type Block = OptionClass['section'];

/** A block of options behind its opening brace, up to its closing one. */
export function readOptions(r: OldReader, block: Block, owner?: OldResource): void {
  while (!r.is('}')) {
    const { token } = r;
    if (token.kind !== 'keyword') r.stop('OPTION');
    const option = r.words.options.get(token.text);
    if (option && fits(option, block)) readValue(r, block, option, owner);
    else if (readSpecial(r, block, owner)) continue;
    else if (forgotten.has(token.text) && !(block === 'syncer' && r.generation === '8.4')) {
      r.next();
      takeValue(r);
    } else r.stop('OPTION');
    if (r.isKeyword('_is_default')) r.next();
    r.mark(';');
  }
  r.next();
}

function fits(option: OptionClass, block: Block): boolean {
  if (block === 'syncer') return option.syncer === true || option.section === 'syncer';
  return option.section === block || (block === 'proxy' && option.proxy === true);
}

function readValue(r: OldReader, block: Block, { form }: OptionClass, owner: OldResource | undefined): void {
  const name = r.next().text;
  if (owner && name === 'allow-two-primaries') owner.twoPrimaries = true;
  if (owner && name === 'protocol') owner.protocol = true;
  if (form === 'value' || block === 'proxy') takeValue(r);
  else if (form === 'flag' && r.generation === '8.4' && (r.isKeyword('yes') || r.isKeyword('no'))) r.next();
}

/** A word or a number; of the language's own words only `on`. */
function takeValue(r: OldReader): void {
  const { kind } = r.token;
  if (kind !== 'name' && kind !== 'number' && !r.isKeyword('on')) r.stop('VALUE');
  r.next();
}

/** Statements with a grammar of their own; whether there was one. */
function readSpecial(r: OldReader, block: Block, owner: OldResource | undefined): boolean {
  if (block === 'startup' && r.isKeyword('stacked-timeouts')) {
    r.next();
    r.mark(';');
    return true;
  }
  if (block === 'startup' && r.isKeyword('become-primary-on')) {
    r.next();
    // A second statement takes the place of the first.
    owner?.becomePrimaryOn.splice(0);
    do owner?.becomePrimaryOn.push(nameOf(r));
    while (!r.is(';'));
    r.next();
    return true;
  }
  if (block !== 'proxy' || !r.isKeyword('plugin')) return false;
  r.next();
  readPlugins(r);
  return true;
}

function nameOf(r: OldReader): { name: string; span: { start: number; end: number } } {
  const { text, start, end } = r.name();
  return { name: text, span: { start, end } };
}

/** Lines of any words. */
function readPlugins(r: OldReader): void {
  r.mark('{');
  for (let words = 0; !(r.is('}') && words === 0); r.next()) {
    if (r.token.kind === 'end' || r.is('}')) r.stop(';');
    words = r.is(';') ? 0 : words + 1;
  }
  r.next();
}

/** The block of a `global` section. */
export function readGlobal(r: OldReader): void {
  r.mark('{');
  const numbers = ['minor-count', 'dialog-refresh'];
  const flags = ['disable-ip-verification'];
  if (r.generation === '8.4') {
    numbers.push('cmd-timeout-short', 'cmd-timeout-medium', 'cmd-timeout-long');
    flags.push('udev-always-use-vnr');
  }
  while (!r.is('}')) {
    const { kind, text } = r.token;
    if (kind !== 'keyword' || !(numbers.includes(text) || flags.includes(text) || text === 'usage-count'))
      r.stop('OPTION');
    r.next();
    if (numbers.includes(text)) r.number();
    if (text === 'usage-count') {
      if (!['yes', 'no', 'ask'].some((word) => r.isKeyword(word))) r.stop('yes | no | ask');
      r.next();
    }
    r.mark(';');
  }
  r.next();
}
