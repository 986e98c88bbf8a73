import { isWord } from '../lexer';
import { endStatement, placeOf } from './body';
import type { Production, Reader } from './reader';
import { parseAddress, takeInteger, takeName } from './words';

/** Opens a node and takes the statement's first word. */
function begin(r: Reader, kind: string): void {
  r.open(kind);
  r.bump({ kind: 'statement', place: placeOf(r) });
}

function end(r: Reader): void {
  endStatement(r);
  r.close();
}

/** `NAME [VALUE];`: what may stand as a value is a question of facts, not of grammar. */
export const option: Production = (r) => {
  const place = placeOf(r);
  r.open('option');
  const name = r.value(r.bump({ kind: 'statement', place }));
  const slot = { kind: 'option-value', place, option: name } as const;
  r.want(slot);
  if (isWord(r.token) && !missesSemicolon(r)) r.bump(slot);
  end(r);
};

/** After a line end a word is the value only if a semicolon follows it; else the line before has lost its own. */
function missesSemicolon(r: Reader): boolean {
  if (!r.onNewLine()) return false;
  const next = r.peek();
  return next !== undefined && next.kind !== ';';
}

/** A statement that takes any number of words up to its semicolon, across line ends. */
export const wordList: Production = (r) => {
  const place = placeOf(r);
  r.open('option');
  const name = r.value(r.bump({ kind: 'statement', place }));
  const slot = { kind: 'host-name', role: 'reference' } as const;
  r.want(slot);
  while (isWord(r.token) && !(r.onNewLine() && missesSemicolonInList(r)))
    r.bump(name === 'become-primary-on' ? slot : undefined);
  end(r);
};

/** drbdadm swallows the next statement here without a word, so only what cannot be a list any more ends it. */
function missesSemicolonInList(r: Reader): boolean {
  return r.peek()?.kind === '{';
}

export const protocol: Production = option;

export const include: Production = (r) => {
  begin(r, 'include');
  takeName(r, { kind: 'file' }, 'file');
  end(r);
};

export const templateFile: Production = (r) => {
  begin(r, 'template-file');
  takeName(r, { kind: 'file' }, 'file');
  end(r);
};

export const requireVersion: Production = (r) => {
  begin(r, 'require');
  const token = r.word({ kind: 'word', words: [] }, 'missing-version');
  if (token && token.kind !== 'version') r.problem('version-expected', token, { word: r.raw(token) });
  end(r);
};

export const device: Production = (r) => {
  begin(r, 'device');
  r.want({ kind: 'device' }, { kind: 'word', words: ['minor'] });
  if (!r.atWord('minor')) takeName(r, { kind: 'device' }, 'device');
  if (!r.onNewLine() || r.atWord('minor')) {
    if (r.keyword('minor')) takeInteger(r, 'minor', placeOf(r));
  }
  end(r);
};

export const metaDisk: Production = (r) => {
  begin(r, 'meta-disk');
  const name = takeName(r, { kind: 'meta-disk' }, 'meta-disk');
  if (r.at('[') && r.value(name) !== 'internal') {
    r.bump();
    takeInteger(r, 'meta-index', placeOf(r));
    if (!r.mark(']')) r.problemHere('missing-bracket');
  }
  end(r);
};

export const flexibleMetaDisk: Production = (r) => {
  begin(r, 'meta-disk');
  takeName(r, { kind: 'meta-disk' }, 'meta-disk');
  end(r);
};

export const address: Production = (r) => {
  begin(r, 'address');
  parseAddress(r, placeOf(r));
  end(r);
};

export const nodeId: Production = (r) => {
  begin(r, 'node-id');
  takeInteger(r, 'node-id', placeOf(r));
  end(r);
};

export const hosts: Production = (r) => {
  begin(r, 'hosts');
  const slot = { kind: 'host-name', role: 'reference' } as const;
  takeName(r, slot, 'host');
  r.want(slot);
  while (isWord(r.token) && (!r.onNewLine() || listGoesOn(r))) takeName(r, slot, 'host');
  end(r);
};

/** Whether a list of names goes on over a line end: then no word of the grammar starts the line. */
function listGoesOn(r: Reader): boolean {
  const { token } = r;
  return isWord(token) && !(token.kind === 'word' && r.grammar[placeOf(r)].statements.has(r.raw(token)));
}

export const ignoreOn: Production = (r) => {
  begin(r, 'ignore-on');
  takeName(r, { kind: 'host-name', role: 'reference' }, 'host');
  end(r);
};

/** A statement that is its one word. */
export const flag: Production = (r) => {
  begin(r, 'flag');
  end(r);
};

/** A statement of a word and a value that facts describe. */
export const skip: Production = (r) => {
  r.open('skip');
  const word = r.bump({ kind: 'statement', place: placeOf(r) });
  if (!r.skipBlock() && word) r.problem('unclosed-skip', word);
  r.close();
};
