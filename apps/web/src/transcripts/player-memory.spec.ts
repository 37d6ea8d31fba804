import { heardIn, MOST_CONVERSATIONS, speedIn, withHeard } from './player-memory.ts';

const upTo = (positionMs: number) => ({ clipId: 'clp_1', positionMs });

describe('where conversations were heard last', () => {
  it('is read as it was stored, the latest last', () => {
    const first = withHeard(withHeard([], 'a', upTo(1_000.4)), 'b', upTo(2_000));
    expect(heardIn(JSON.stringify(withHeard(first, 'a', upTo(3_000))))).toEqual([
      ['b', upTo(2_000)],
      ['a', upTo(3_000)],
    ]);
    expect(first[0]?.[1].positionMs).toBe(1_000);
  });

  it('is forgotten of those that were heard longest ago', () => {
    let heard = heardIn('');
    for (let n = 0; n < MOST_CONVERSATIONS + 5; n += 1) heard = withHeard(heard, `c${n}`, upTo(n));
    expect(heard).toHaveLength(MOST_CONVERSATIONS);
    expect(heard[0]?.[0]).toBe('c5');
  });

  it.each(['', '{}', 'null', '[1]', '[["a"]]', '[["a",{"clipId":1,"positionMs":2}]]', '[['])(
    'is nothing in %j',
    (stored) => {
      expect(heardIn(stored)).toEqual([]);
    },
  );

  it.each(['NaN', '-1', '"3"'])('is nothing at a position of %s', (position) => {
    expect(heardIn(`[["a",{"clipId":"c","positionMs":${position}}]]`)).toEqual([]);
  });
});

describe('the speed', () => {
  it.each([
    ['1.5', 1.5],
    ['0.75', 0.75],
    ['', 1],
    ['9', 1],
    ['fast', 1],
  ])('stored as %j is %d', (stored, speed) => {
    expect(speedIn(stored)).toBe(speed);
  });
});
