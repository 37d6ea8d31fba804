import { describe, expect, it } from '@jest/globals';
import { excerptOf } from './excerpt.rule.ts';

const LONG = Array.from({ length: 200 }, (_, index) => `word${index}`).join(' ');

describe('an excerpt', () => {
  it('is the whole of a short text, in one line', () => {
    expect(excerptOf(' The lamp\n\nis  green. ', ['lamp'], 100)).toBe('The lamp is green.');
  });

  it('is around the first of the words, with whole words and marks where it is cut', () => {
    const excerpt = excerptOf(LONG, ['WORD120', 'word100'], 60);
    expect(excerpt).toMatch(/^…word\d+ .*word100 .*word\d+…$/);
    expect(excerpt.length).toBeLessThanOrEqual(62);
  });

  it('begins with the text when nothing is found, and ends with it when that is found', () => {
    expect(excerptOf(LONG, ['nowhere'], 30)).toMatch(/^word0 .*…$/);
    expect(excerptOf(LONG, ['word199'], 30)).toMatch(/^….* word199$/);
    expect(excerptOf(LONG, [], 30)).toMatch(/^word0 /);
  });

  it.each([
    ['text without spaces', `${'字'.repeat(300)}海港${'字'.repeat(300)}`, '海港'],
    ['characters of two halves', `${'🦀'.repeat(300)}🚢${'🦀'.repeat(301)}`, '🚢'],
    ['text whose lower case is longer', `${'İ'.repeat(200)} harbour ${'İ'.repeat(200)}`, 'harbour'],
  ])('keeps %s whole', (_, text, word) => {
    for (const length of [40, 41, 42, 43]) {
      const excerpt = excerptOf(text, [word], length);
      expect(excerpt.isWellFormed()).toBe(true);
      expect(excerpt.length).toBeLessThanOrEqual(length + 3);
    }
  });

  it('shows the word that was found', () => {
    for (let number = 0; number < 200; number += 1) {
      expect(excerptOf(LONG, [`word${number}`], 40)).toContain(`word${number}`);
    }
  });
});
