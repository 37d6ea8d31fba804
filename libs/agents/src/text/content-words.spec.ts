import { contentWordsIn } from './content-words.ts';
import { expectLinearTime } from '../../../../test/support/linear-time.ts';

const keys = (text: string) => contentWordsIn(text).map(({ key }) => key);

describe('contentWordsIn', () => {
  it.each([
    ['the deposit for the venues', ['deposit', 'venue']],
    ["the app's search", ['app', 'search']],
    ["J'enverrai le contrat", ['enverrai', 'le', 'contrat']],
    ['stage-lights, 12,000.50 each', ['stage', 'light', '12,000.50', 'each']],
    ["it's what we'd paid", ['paid']],
    ['Straße, café', ['straße', 'café']],
    ['', []],
    ['12 %', ['12']],
  ])('of %j are %j', (text, expected) => {
    expect(keys(text)).toEqual(expected);
  });

  it('are where their positions say', () => {
    const text = 'For the “new stage”, 300.';
    for (const word of contentWordsIn(text))
      expect(text.slice(word.start, word.end)).toBe(word.text);
  });

  it.each(['7', '7.', "a'", '(', '谁', 'e\u0301'])('take time in proportion to %j', (part) => {
    expectLinearTime(
      () => contentWordsIn(part.repeat(50_000)),
      () => contentWordsIn(part.repeat(100_000)),
    );
  });
});
