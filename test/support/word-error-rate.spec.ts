import { wordErrorRate } from './word-error-rate.ts';

describe('wordErrorRate', () => {
  it('is zero for the same words with different case and punctuation', () => {
    const errors = wordErrorRate('The ferry left, on time.', 'the ferry left on time');
    expect(errors).toEqual({ referenceWords: 5, heardWords: 5, rate: 0 });
  });

  it.each([
    ['a replaced word', 'one two three four', 'one too three four', 0.25],
    ['a missing word', 'one two three four', 'one two four', 0.25],
    ['an added word', 'one two three four', 'one two two three four', 0.25],
    ['no words recognised', 'one two', '', 1],
    ['words recognised in silence', '', 'thank you', 1],
    ['no words in silence', '', '', 0],
  ])('counts %s', (_case, reference, heard, rate) => {
    expect(wordErrorRate(reference, heard).rate).toBe(rate);
  });
});
