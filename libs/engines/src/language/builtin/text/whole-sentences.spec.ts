import { isWholeSentence } from './whole-sentences.ts';

describe('a whole sentence', () => {
  it.each([
    ['The harbour is closed.', true],
    ['We rent the hall in May.', true],
    ['We could just get a machine and.', false],
    ['Because of the rain yesterday we.', false],
    ['Which is the one that we had.', false],
    ['Whose house is over there now.', false],
    ['The red one.', false],
    ['They wanted the hall, the', false],
    ['It is in the room v.', false],
  ])('%j: %p', (text, whole) => {
    expect(isWholeSentence(text)).toBe(whole);
  });
});
