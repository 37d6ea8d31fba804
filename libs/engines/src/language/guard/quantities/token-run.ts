import type { GuardToken } from '../guard-tokens.ts';

const LOOSE = /^[\s-]*$/u;

/** Tokens of one text, and what is between them. */
export class TokenRun {
  constructor(
    private readonly text: string,
    readonly tokens: readonly GuardToken[],
  ) {}

  key(at: number): string {
    return this.tokens[at]?.key ?? '';
  }

  /** Whether a token is right after another, with only spaces or a hyphen between them. */
  follows(at: number): boolean {
    const [before, token] = [this.tokens[at - 1], this.tokens[at]];
    if (before === undefined || token === undefined) return false;
    return LOOSE.test(this.text.slice(before.end, token.start));
  }

  /** The keys of up to `count` tokens in a row from one that follows another. */
  keysFrom(at: number, count: number): readonly string[] {
    const keys: string[] = [];
    for (let next = at; next < at + count && this.follows(next); next += 1) {
      keys.push(this.key(next));
    }
    return keys;
  }
}
