import type { Span } from '../../../../base/span';
import type { OldError, OldReading, OldResource, Stop, Use } from './reading';
import type { OldToken } from './scan';
import { type OldGeneration, type OldWords, oldWords } from './words';

/** Thrown where the parser gives up; caught where reading began. */
class Stopped extends Error {
  constructor(readonly stop: Stop) {
    super('stopped');
  }
}

/** Goes over the tokens of a unit as an 8.x drbdadm does: the first word that it cannot read ends the reading. */
export class OldReader {
  readonly errors: OldError[] = [];
  readonly uses: Use[] = [];
  readonly resources: OldResource[] = [];
  readonly words: OldWords;
  private at = 0;

  constructor(
    private readonly tokens: readonly OldToken[],
    readonly generation: OldGeneration,
  ) {
    this.words = oldWords[generation];
  }

  /** Reads until the end or the word that stops it. */
  run(read: (reader: OldReader) => void): OldReading {
    const { errors, uses, resources } = this;
    try {
      read(this);
      return { errors, uses, resources };
    } catch (thrown) {
      if (!(thrown instanceof Stopped)) throw thrown;
      return { errors, uses, resources, stop: thrown.stop };
    }
  }

  /** The current token; the end stays. */
  get token(): OldToken {
    return this.tokens[Math.min(this.at, this.tokens.length - 1)] as OldToken;
  }

  next(): OldToken {
    const { token } = this;
    this.at++;
    return token;
  }

  is(mark: string): boolean {
    return this.token.kind === 'mark' && this.token.text === mark;
  }

  isKeyword(word: string): boolean {
    return this.token.kind === 'keyword' && this.token.text === word;
  }

  /** Takes a mark or stops. */
  mark(mark: string): void {
    if (!this.is(mark)) this.stop(mark);
    this.next();
  }

  keyword(word: string): OldToken {
    if (!this.isKeyword(word)) this.stop(word);
    return this.next();
  }

  name(): OldToken {
    if (this.token.kind !== 'name') this.stop('NAME', this.token, true);
    return this.next();
  }

  number(): OldToken {
    if (this.token.kind !== 'number') this.stop('NUMBER');
    return this.next();
  }

  /** Gives up at a token. */
  stop(expected: string, token: OldToken = this.token, name = false): never {
    const got = token.kind === 'keyword' ? 'keyword' : /^(number|ipv4|ipv6)$/.test(token.kind) ? 'number' : 'other';
    throw new Stopped({ span: spanOf(token), expected, got, name });
  }

  error(rule: string, message: string, span: Span, args?: OldError['args'], first?: Span): void {
    this.errors.push({ rule, message, span: spanOf(span), ...(args && { args }), ...(first && { first }) });
  }
}

export const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** The number in front of a unit, as C reads it. */
export const digitsOf = (token: OldToken): number => Number.parseInt(token.text, 10);
