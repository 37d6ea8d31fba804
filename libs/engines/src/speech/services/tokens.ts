/** Scripts that are written without spaces between words. */
const WITHOUT_SPACES =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** A word of a text, with its punctuation. */
export interface Token {
  readonly text: string;
  /** Whether there is no space before it. */
  readonly isJoined: boolean;
}

/** The words of a text; put together, they are the text. */
export function tokensOf(text: string): readonly Token[] {
  return text
    .split(/\s+/u)
    .filter((token) => token !== '')
    .flatMap((token) => (WITHOUT_SPACES.test(token) ? segmented(token) : [token]).map(asToken));
}

/** The text that words are of. */
export function textOfTokens(tokens: readonly Token[]): string {
  return tokens.map(({ text, isJoined }, n) => (isJoined || n === 0 ? text : ` ${text}`)).join('');
}

function asToken(text: string, number: number): Token {
  return { text, isJoined: number > 0 };
}

function segmented(token: string): readonly string[] {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
  const tokens: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(token)) {
    const last = tokens.length - 1;
    // A mark belongs to the word before it.
    if (isWordLike === true || last < 0) tokens.push(segment);
    else tokens[last] = `${tokens[last] ?? ''}${segment}`;
  }
  return tokens;
}
