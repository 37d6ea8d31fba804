import { describe, expect, it } from '@jest/globals';
import type { CorrectionSpan } from '#contracts/model';
import { keepUndone, type UndonePlace } from './undone.rule.ts';

const place = (start: number, end: number, after = 'x') => ({ start, end, before: '', after });
const taken = (...at: [number, number, string?]): CorrectionSpan => ({
  ...place(...at),
  ...{ outcome: 'taken', rule: 'spelling' },
});
const undone = (...at: [number, number, string?]): UndonePlace => ({
  ...place(...at),
  ...{ outcome: 'undone', rule: 'spelling' },
});

describe('what a person has undone', () => {
  it('stays undone where a later correction changes the same place, also to something else', () => {
    expect(keepUndone([taken(0, 3, 'y'), taken(8, 9)], [undone(0, 3)])).toEqual([
      { ...taken(0, 3, 'y'), outcome: 'undone' },
      taken(8, 9),
    ]);
  });

  it('stays undone where a later correction changes more or less than that place', () => {
    expect(keepUndone([taken(0, 9)], [undone(2, 4)])).toMatchObject([{ outcome: 'undone' }]);
    expect(keepUndone([taken(3, 4)], [undone(2, 6)])).toMatchObject([{ outcome: 'undone' }]);
  });

  it('is remembered when a later correction does not change that place', () => {
    expect(keepUndone([taken(8, 9)], [undone(2, 4)])).toEqual([undone(2, 4), taken(8, 9)]);
  });

  it('of an addition does not concern the words beside it', () => {
    expect(keepUndone([taken(0, 4), taken(4, 4)], [undone(4, 4)])).toEqual([
      taken(0, 4),
      { ...taken(4, 4), outcome: 'undone' },
    ]);
  });

  it('does not change what is refused', () => {
    const refused = { ...place(0, 3), outcome: 'refused', reason: 'words_changed' } as const;
    expect(keepUndone([refused], [undone(0, 3)])).toEqual([refused]);
  });
});
