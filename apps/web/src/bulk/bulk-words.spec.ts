import { describe, expect, it } from '@jest/globals';
import type { BulkChange } from '../api/types.ts';
import { bulkInWords } from './bulk-words.ts';

const CHANGE: BulkChange = {
  id: 'blk_1',
  ownerId: null,
  action: 'delete',
  permanently: false,
  taskId: 'tsk_1',
  state: 'running',
  progress: { stage: 'change', unit: 'items', done: 20, total: 120, percent: 16 },
  error: null,
  changed: 19,
  unchanged: 1,
  createdAt: '2026-11-27T09:00:00.000Z',
};

describe('a bulk change in words', () => {
  it('says how far it is', () => {
    expect(bulkInWords(CHANGE)).toBe('Deleting: 20 of 120.');
    const unknown = { ...CHANGE.progress, done: 0, total: null };
    expect(bulkInWords({ ...CHANGE, action: 'archive', progress: unknown })).toBe('Archiving: 0.');
  });

  it.each([
    [{ changed: 120 }, '120 are in the bin.'],
    [{ changed: 1 }, '1 is in the bin.'],
    [{ changed: 0 }, 'Nothing had to be changed.'],
    [{ action: 'restore', changed: 2 }, '2 are back.'],
    [{ permanently: true, changed: 2 }, '2 are removed for good.'],
    [{ state: 'cancelled', changed: 7 }, 'It was stopped. 7 are in the bin.'],
    [{ state: 'failed', changed: 1 }, 'It was stopped. 1 is in the bin.'],
  ] satisfies [Partial<BulkChange>, string][])('says what was done: %j', (given, words) => {
    expect(bulkInWords({ ...CHANGE, state: 'completed', ...given })).toBe(words);
  });
});
