import { describe, expect, it } from '@jest/globals';
import { rouge } from './rouge.ts';

describe('ROUGE', () => {
  it('is 1 for the same text in any case and punctuation, and 0 for another', () => {
    expect(rouge('The bridge is closed.', 'the bridge, is CLOSED')).toEqual({
      ...{ one: 1, two: 1, longest: 1 },
    });
    expect(rouge('It rains.', 'The bridge')).toEqual({ one: 0, two: 0, longest: 0 });
    expect(rouge('', 'The bridge')).toEqual({ one: 0, two: 0, longest: 0 });
  });

  it('counts words, pairs and the longest common subsequence', () => {
    // Four words each; three in common, one pair ("the bridge"), "the bridge closed" in order.
    const { one, two, longest } = rouge('the bridge was closed', 'the bridge closed early');
    expect(one).toBeCloseTo(0.75);
    expect(two).toBeCloseTo(1 / 3);
    expect(longest).toBeCloseTo(0.75);
  });

  it('counts a word as often as both have it', () => {
    expect(rouge('a a a', 'a b c').one).toBeCloseTo(1 / 3);
  });
});
