import { wordErrorRate } from './word-error-rate.ts';

describe('wordErrorRate', () => {
  it('is zero for the same words in another spelling of case and punctuation', () => {
    const errors = wordErrorRate('The ferry left, on time.', 'the ferry left on time');
    expect(errors).toEqual({ referenceWords: 5, heardWords: 5, rate: 0 });
  });

  it.each([
    ['a replaced word', 'one two three four', 'one too three four', 0.25],
    ['a missing word', 'one two three four', 'one two four', 0.25],
    ['an added word', 'one two three four', 'one two two three four', 0.25],
    ['nothing heard', 'one two', '', 1],
    ['words heard where nobody spoke', '', 'thank you', 1],
    ['silence heard as silence', '', '', 0],
  ])('counts %s', (_case, reference, heard, rate) => {
    expect(wordErrorRate(reference, heard).rate).toBe(rate);
  });
});
