import { describe, expect, it } from '@jest/globals';
import { expectLinearTime } from '../../../../test/support/linear-time.ts';
import { segmentsWithin } from './segment-starts.ts';

// "We meet." "On Monday" "at ten."
const TEXT = 'We meet. On Monday at ten.';
const STARTS = [0, 9, 19].map((from, n) => ({ segmentId: `seg_${n}`, startMs: n * 1000, from }));
const within = (words: string) => {
  const from = TEXT.indexOf(words);
  return segmentsWithin(STARTS, from, from + words.length).map(({ segmentId }) => segmentId);
};

describe('the segments that a range of a text touches', () => {
  it.each([
    ['We meet.', ['seg_0']],
    ['meet', ['seg_0']],
    ['On Monday', ['seg_1']],
    ['On Monday at ten.', ['seg_1', 'seg_2']],
    ['Monday at', ['seg_1', 'seg_2']],
    ['.', ['seg_0']],
    ['ten.', ['seg_2']],
    [TEXT, ['seg_0', 'seg_1', 'seg_2']],
  ])('of %j are %j', (words, ids) => {
    expect(within(words)).toEqual(ids);
  });

  it('are none in an empty range, and none of a typed turn', () => {
    expect(segmentsWithin(STARTS, 9, 9)).toEqual([]);
    expect(segmentsWithin([], 0, 5)).toEqual([]);
  });

  it('are each found in about the same time among as many as ten hours of speech have', () => {
    const findAllOf = (count: number) => {
      const many = Array.from({ length: count }, (_, n) => ({
        ...{ segmentId: `seg_${n}`, startMs: n, from: n * 30 },
      }));
      return () =>
        many.flatMap((_, n) => segmentsWithin(many, n * 30 + 3, n * 30 + 20)[0]?.segmentId ?? []);
    };
    expect(findAllOf(20_000)()).toEqual(Array.from({ length: 20_000 }, (_, n) => `seg_${n}`));
    expectLinearTime(findAllOf(10_000), findAllOf(20_000));
  });
});
