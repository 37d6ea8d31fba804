import { pinnedFirst } from './pinned-first.ts';

describe('memories of a conversation', () => {
  it('start with the pinned ones, and keep their order otherwise', () => {
    const memories = [
      { id: 'd', pin: null },
      { id: 'c', pin: 'auto' as const },
      { id: 'b', pin: null },
      { id: 'a', pin: 'manual' as const },
    ];
    expect(pinnedFirst(memories).map(({ id }) => id)).toEqual(['c', 'a', 'd', 'b']);
  });
});
