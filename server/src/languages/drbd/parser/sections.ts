import { isWord } from '../lexer';
import { endStatement, parseBlock, placeOf, section } from './body';
import type { Production, Reader } from './reader';
import type { Place } from './slot-notes';
import { device } from './statements';
import { atName, parseAddress, takeInteger, takeName } from './words';

/** `KIND NAME {`. */
const named =
  (kind: string, place: Place, name: (r: Reader) => void): Production =>
  (r) => {
    r.open(kind);
    const header = r.bump({ kind: 'statement', place: placeOf(r) });
    name(r);
    if (header) parseBlock(r, place, header);
    r.close();
  };

export const resource = named('resource', 'resource', (r) => {
  takeName(r, { kind: 'resource-name', role: 'declaration' }, 'resource');
});

export const on = named('on', 'host', (r) => {
  const slot = { kind: 'host-name', role: 'declaration' } as const;
  takeName(r, slot, 'host');
  while (isWord(r.token) && namesGoOn(r)) takeName(r, slot, 'host');
});

/** Whether the names of a header go on over a line end: then only names follow up to the brace. */
function namesGoOn(r: Reader): boolean {
  if (!r.onNewLine()) return true;
  for (let ahead = 0; ; ahead++) {
    const token = ahead === 0 ? r.token : r.peek(ahead);
    if (token?.kind === '{') return true;
    if (!isWord(token) || (token.kind === 'word' && r.grammar.host.statements.has(r.raw(token)))) return false;
  }
}

export const thisHost: Production = section('this-host', 'host');

export const stacked = named('stacked', 'stacked', (r) => {
  takeName(r, { kind: 'resource-name', role: 'reference' }, 'resource');
});

export const volume = (place: Place): Production =>
  named('volume', place, (r) => {
    takeInteger(r, 'volume-number', placeOf(r));
  });

export const connection = named('connection', 'connection', (r) => {
  if (atName(r) && (!r.onNewLine() || r.peek()?.kind === '{')) r.bump({ kind: 'connection-name' });
});

/** `floating ADDRESS;` or with a block. */
export const floating: Production = (r) => {
  r.open('floating');
  const header = r.bump({ kind: 'statement', place: placeOf(r) });
  parseAddress(r, 'host');
  r.want({ kind: 'word', words: ['{', ';'] });
  if (r.at(';')) r.bump();
  else if (header) parseBlock(r, 'host', header);
  r.close();
};

/** `disk PATH;` or `disk {`. */
export const disk =
  (place: Place): Production =>
  (r) => {
    if (r.peek()?.kind === '{') section('disk', place)(r);
    else diskPath(r);
  };

function diskPath(r: Reader): void {
  r.open('disk-path');
  r.bump({ kind: 'statement', place: placeOf(r) });
  r.want({ kind: 'word', words: ['{'] });
  takeName(r, { kind: 'disk-path' }, 'disk');
  takeColonPath(r);
  endStatement(r);
  r.close();
}

/** A device path with colons (`/dev/disk/by-path/pci-0000:00:1f.2-ata-1`) falls apart without quotes: one finding. */
function takeColonPath(r: Reader): void {
  const start = r.lastEnd;
  if (r.token?.start !== start || r.at(';') || r.at('{') || r.at('}')) return;
  r.open('error');
  while (r.token && r.token.start === r.lastEnd && !['{', '}', ';'].includes(r.token.kind)) r.bump();
  r.close();
  r.problem('needs-quotes', { start, end: r.lastEnd }, { word: r.source.slice(start, r.lastEnd) });
}

/** `proxy on HOST {` with the addresses of a proxy. */
export function proxyOn(r: Reader): void {
  r.open('proxy-on');
  const header = r.bump({ kind: 'statement', place: placeOf(r) });
  const slot = { kind: 'host-name', role: 'reference' } as const;
  if (!r.keyword('on')) r.problemHere('word-expected', { word: 'on' });
  takeName(r, slot, 'host');
  while (isWord(r.token) && namesGoOn(r)) takeName(r, slot, 'host');
  if (header) parseBlock(r, 'proxy-on', header);
  r.close();
}

/** `host NAME [address ADDRESS | port PORT]`, or an address alone; then a semicolon or the way through a proxy. */
export const endpoint: Production = (r) => {
  const place = placeOf(r);
  r.open('endpoint');
  const keyword = r.raw(r.bump({ kind: 'statement', place }));
  if (keyword === 'host') {
    takeName(r, { kind: 'host-name', role: 'reference' }, 'host');
    r.want({ kind: 'word', words: ['address', 'port', 'via'] });
    if (r.keyword('address')) parseAddress(r, place);
    else if (r.keyword('port')) takeInteger(r, 'port', place);
  } else parseAddress(r, place);
  r.want({ kind: 'word', words: ['via'] });
  if (r.atWord('via')) parseVia(r);
  else endStatement(r);
  r.close();
};

function parseVia(r: Reader): void {
  r.bump({ kind: 'word', words: ['via'] });
  r.want({ kind: 'word', words: ['proxy'] });
  if (r.atWord('proxy')) {
    proxyOn(r);
    return;
  }
  if (r.keyword('outside-address')) parseAddress(r, placeOf(r));
  else r.problemHere('word-expected', { word: 'proxy' });
  endStatement(r);
}

/** Plugins of the proxy: statements of any words. */
export const pluginLine: Production = (r) => {
  const place = placeOf(r);
  r.open('plugin-line');
  const odd = r.token?.kind === 'bad';
  r.bump(odd ? { kind: 'skipped' } : { kind: 'statement', place });
  // The proxy reads these itself, with any characters, up to the semicolon, wherever it stands.
  while (isWord(r.token)) r.bump(r.token.kind === 'bad' ? { kind: 'skipped' } : undefined);
  endStatement(r);
  r.close();
};

export const stackedDevice: Production = device;
