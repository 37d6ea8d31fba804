import { isNearlyIdentical } from './near-identical.rule.ts';

const NEWS = 'Ada: On Sunday my grandmother died, and we will all go to Porto for the funeral.';

describe('two memories', () => {
  it.each([
    ['are the same text', NEWS, NEWS],
    ['differ in case and punctuation', NEWS, NEWS.toLowerCase().replace(',', ' –')],
    ['differ in a filler', NEWS, NEWS.replace('we will', 'well we will')],
    ['say it in another order', 'We got married in May.', 'In May we got married.'],
    ['have no spaces', '我的祖母昨晚在医院去世了。', '我的祖母昨晚在医院去世了！'],
  ])('share a pin when they %s', (_how, one, other) => {
    expect(isNearlyIdentical(one, other)).toBe(true);
    expect(isNearlyIdentical(other, one)).toBe(true);
  });

  it.each([
    ['a name', NEWS, NEWS.replace('Porto', 'Lisbon')],
    ['the speaker', NEWS, NEWS.replace('Ada', 'Tom')],
    ['a number', `${NEWS} It is at 9 o'clock.`, `${NEWS} It is at 10 o'clock.`],
    ['who it is about', 'My father died.', 'My mother died.'],
    ['a denial', 'She will marry him.', 'She will not marry him.'],
    ['everything', NEWS, 'I got the job!'],
  ])('have a pin each when they differ in %s', (_what, one, other) => {
    expect(isNearlyIdentical(one, other)).toBe(false);
    expect(isNearlyIdentical(other, one)).toBe(false);
  });

  it('are different when they have no words', () => {
    expect(isNearlyIdentical('', '…')).toBe(false);
  });
});
