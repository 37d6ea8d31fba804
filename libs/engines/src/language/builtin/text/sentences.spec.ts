import { describe, expect, it } from '@jest/globals';
import { sentencesOf } from './sentences.ts';

describe('the sentences of a text', () => {
  it.each([
    ['The U.S. economy grew.', ['The U.S. economy grew.']],
    ['She has a Ph.D. in physics.', ['She has a Ph.D. in physics.']],
    ['We moved to Washington D.C. last year.', ['We moved to Washington D.C. last year.']],
    ['Miller and Co. paid for it.', ['Miller and Co. paid for it.']],
    ['It starts on Jan. 5 at nine.', ['It starts on Jan. 5 at nine.']],
    ['We met Dr. Smith and Mrs. Jones.', ['We met Dr. Smith and Mrs. Jones.']],
    ['The U.S. Congress met.', ['The U.S. Congress met.']],
    ['He is from the U.S. The rest is not.', ['He is from the U.S.', 'The rest is not.']],
    ['It opens at 9 a.m. We start then.', ['It opens at 9 a.m.', 'We start then.']],
    ['She works for Miller and Co. They paid.', ['She works for Miller and Co.', 'They paid.']],
    ['We were done. then it rained.', ['We were done.', 'then it rained.']],
    ['Das Fest ist am 3. Mai in Kiel.', ['Das Fest ist am 3. Mai in Kiel.']],
    ['We had 12. Then it rained.', ['We had 12.', 'Then it rained.']],
    ['He sat. She stood.', ['He sat.', 'She stood.']],
  ])('%j', (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });
});
