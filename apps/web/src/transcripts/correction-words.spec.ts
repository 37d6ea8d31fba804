import { describe, expect, it } from '@jest/globals';
import type { CorrectionChange } from '../api/types.ts';
import { whyOf } from './correction-words.ts';

const CHANGE: CorrectionChange = {
  ...{ start: 0, end: 2, before: 'um', after: '', outcome: 'taken', rule: null, reason: null },
  ...{ engine: 'builtin-2', taskId: 'tsk_1', createdAt: '2026-11-27T09:00:00Z' },
};

describe('whyOf', () => {
  it('says in words why a change was taken', () => {
    expect(whyOf({ ...CHANGE, rule: 'filler' })).toBe('a filler without meaning');
    expect(whyOf({ ...CHANGE, rule: 'number' })).toBe('the same number in another form');
  });

  it('says in words why a change was refused', () => {
    const refused = { ...CHANGE, outcome: 'refused', reason: 'words_added' } as const;
    expect(whyOf(refused)).toBe('words that were not heard');
  });

  it('says nothing of what has neither a rule nor a reason', () => {
    expect(whyOf(CHANGE)).toBe('');
  });
});
