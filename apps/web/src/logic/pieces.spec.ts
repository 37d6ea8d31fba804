import { piecesOf } from './pieces.ts';

function words(...texts: string[]) {
  return texts.map((text, at) => ({
    text,
    startMs: at * 100,
    endMs: at * 100 + 90,
    confidence: 1,
  }));
}

function joined({ pieces, rest }: ReturnType<typeof piecesOf>): string {
  return pieces.map(({ gap, word }) => gap + word.text).join('') + rest;
}

describe('words found in the text that is shown', () => {
  it.each([
    ['Good morning, everyone.', ['Good', 'morning,', 'everyone.']],
    ['今日は晴れ', ['今日', 'は', '晴れ']],
    ['the the the', ['the', 'the', 'the']],
    ['', []],
  ])('keep “%s” exactly as it is', (text, parts) => {
    const pieced = piecesOf(text, words(...parts));
    expect(joined(pieced)).toBe(text);
    expect(pieced.pieces).toHaveLength(parts.length);
  });

  it('leave out what a correction took away, and keep what it put there', () => {
    const pieced = piecesOf('Ask Grace today.', words('Ask', 'grease', 'today.'));
    expect(joined(pieced)).toBe('Ask Grace today.');
    expect(pieced.pieces.map((piece) => piece.word.text)).toEqual(['Ask', 'today.']);
  });
});
