import { describe, expect, it } from '@jest/globals';
import { idSchema } from '#contracts/api';
import { newId } from '../../database/ids.ts';
import { turnIdAt } from './turn-id.ts';

describe('the id of a turn of a recording', () => {
  const first = 'trn_01jd3k4m5n6p7q8r9s0t1v2w3x';

  it('is an id that comes after the first turn and sorts by time', () => {
    const ids = [0, 1, 31, 32, 59_999, 36_000_000].map((startMs) => turnIdAt(first, startMs));
    expect(ids.every((id) => idSchema('turn').safeParse(id).success)).toBe(true);
    expect([first, ...ids].toSorted()).toEqual([first, ...ids]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('comes before the turns of what is received later', () => {
    const later = 'trn_01jd3k4m5p00000000000000000'.slice(0, 30);
    expect(turnIdAt(first, 36_000_000) < later).toBe(true);
  });

  it('is the same in each run, and another one for each recording', () => {
    expect(turnIdAt(first, 5_000)).toBe(turnIdAt(first, 5_000));
    const recordings = Array.from({ length: 50 }, () => turnIdAt(newId('turn'), 5_000));
    expect(new Set(recordings).size).toBe(50);
  });

  it('carries over the last character', () => {
    expect(turnIdAt('trn_01jd3k4m5nzzzzzz0000000000', 0).startsWith('trn_01jd3k4m5p000000')).toBe(
      true,
    );
  });
});
