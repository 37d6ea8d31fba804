import { markedPiecesOf } from './marked-text.ts';

const LINE = 'So the deposit is 4,000 euros, due soon.';
const range = (words: string) => {
  const start = LINE.indexOf(words);
  return { start, end: start + words.length };
};

describe('a line of a source', () => {
  it('has its quote marked, and the value in it', () => {
    const pieces = markedPiecesOf(LINE, range('the deposit is 4,000 euros'), range('4,000 euros'));
    expect(pieces).toEqual([
      { text: 'So ', mark: 'none' },
      { text: 'the deposit is ', mark: 'quote' },
      { text: '4,000 euros', mark: 'value' },
      { text: ', due soon.', mark: 'none' },
    ]);
  });

  it('is one piece without a quote', () => {
    expect(markedPiecesOf(LINE, null, null)).toEqual([{ text: LINE, mark: 'none' }]);
    expect(markedPiecesOf('', null, null)).toEqual([]);
  });

  it('never loses or adds words, whatever the ranges are', () => {
    const ranges = [null, { start: -5, end: 3 }, { start: 10, end: 900 }, { start: 20, end: 10 }];
    for (const quote of ranges) {
      for (const value of ranges) {
        const pieces = markedPiecesOf(LINE, quote, value);
        expect(pieces.map(({ text }) => text).join('')).toBe(LINE);
      }
    }
  });
});
