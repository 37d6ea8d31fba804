import { pinGroups, pinsInWords } from './pin-groups.ts';

describe('pinned memories', () => {
  it('are grouped by owner, and keep their order within an owner', () => {
    const memories = [
      { id: '4', ownerId: 'bob' },
      { id: '3', ownerId: 'ada' },
      { id: '2', ownerId: 'bob' },
      { id: '1', ownerId: 'ada' },
    ];
    const shown = pinGroups(memories).map((group) => [
      group.ownerId,
      group.memories.map(({ id }) => id).join(),
    ]);
    expect(shown).toEqual([
      ['ada', '3,1'],
      ['bob', '4,2'],
    ]);
    expect(pinGroups([])).toEqual([]);
  });

  it.each([
    [1, '1 of at most 8'],
    [8, '8 of at most 8'],
    [9, '9: what is pinned by hand may be more than 8'],
  ])('are counted for an owner: %d', (count, words) => {
    expect(pinsInWords(count)).toBe(words);
  });
});
