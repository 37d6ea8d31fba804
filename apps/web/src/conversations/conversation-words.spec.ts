import { sizeOf, tagsWith } from './conversation-words.ts';

describe('the size of a conversation', () => {
  it.each([
    [0, 0, 'nothing said yet'],
    [1, 0, '1 part'],
    [3, 0, '3 parts'],
    [1, 1, '1 recording'],
    [4, 2, '2 recordings and 2 other parts'],
    [3, 2, '2 recordings and 1 other part'],
  ])('of %d exchanges with %d clips is “%s”', (exchangeCount, clipCount, words) => {
    expect(sizeOf({ exchangeCount, clipCount })).toBe(words);
  });
});

it('tags are shown in which a word occurs, in any case', () => {
  expect(tagsWith(['Marmalade', 'plan', 'lamp'], ['MARMA', 'lam'])).toEqual(['Marmalade', 'lamp']);
  expect(tagsWith(['Marmalade'], [])).toEqual([]);
});
