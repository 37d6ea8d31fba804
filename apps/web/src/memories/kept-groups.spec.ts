import { describe, expect, it } from '@jest/globals';
import { keptGroups } from './kept-groups.ts';

const EARLY = '2026-11-22T09:30:00.000Z';
const LATE = '2026-11-23T09:30:00.000Z';

describe('memories that have outlived their conversations', () => {
  it('are together if they were kept together, the latest first', () => {
    const memories = [
      { id: 'd', keptAt: EARLY },
      { id: 'c', keptAt: LATE },
      { id: 'b', keptAt: EARLY },
      { id: 'a', keptAt: null },
    ];
    const groups = keptGroups(memories).map(({ keptAt, memories: kept }) => [
      keptAt,
      kept.map(({ id }) => id),
    ]);
    expect(groups).toEqual([
      [LATE, ['c']],
      [EARLY, ['d', 'b']],
    ]);
    expect(keptGroups([])).toEqual([]);
  });
});
