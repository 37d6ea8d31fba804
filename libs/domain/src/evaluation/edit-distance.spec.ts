import { characterErrors, editDistance, wordErrors } from './edit-distance.ts';

describe('the edit distance', () => {
  it.each([
    ['the same', 'kitten', 'kitten', 0],
    ['replaced and added', 'kitten', 'sitting', 3],
    ['one within the other', 'abc', 'xabcy', 2],
    ['common ends that overlap', 'aa', 'aaa', 1],
    ['nothing in common', 'abc', 'de', 3],
    ['nothing', '', 'ab', 2],
  ])('counts %s', (_what, from, to, distance) => {
    expect(editDistance(Array.from(from), Array.from(to))).toBe(distance);
    expect(editDistance(Array.from(to), Array.from(from))).toBe(distance);
  });

  it('counts words without case and punctuation', () => {
    expect(wordErrors('The ferry left, on time.', 'the the ferry left on time')).toEqual({
      ...{ errors: 1, of: 5 },
    });
  });

  it('counts characters with case and punctuation, and astral ones once', () => {
    expect(characterErrors('Der  Fährmann 🛶.', 'der Fährmann 🛶')).toEqual({ errors: 2, of: 15 });
  });
});
