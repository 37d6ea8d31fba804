import { coverMost } from './coverage.ts';

const WEIGHTS = new Map(Object.entries({ bridge: 3, closed: 2, ferry: 1.5, late: 1, rain: 0.5 }));
const item = (units: string, length = units.split(' ').length, preference = 1) => ({
  ...{ units: units.split(' '), length, preference, place: 0 },
});
const chosen = (items: readonly ReturnType<typeof item>[], most: number) =>
  coverMost(items, most, WEIGHTS).map(({ units }) => units.join(' '));

describe('what covers most', () => {
  it('tells of what is worth most, and never twice of the same', () => {
    const items = [
      item('bridge closed'),
      item('bridge closed'),
      item('ferry late'),
      item('bridge'),
    ];
    expect(chosen(items, 2)).toEqual(['bridge closed', 'ferry late']);
    expect(chosen(items, 9)).toEqual(['bridge closed', 'ferry late']);
  });

  it('prefers the shorter of two that tell the same', () => {
    expect(chosen([item('bridge closed', 30), item('closed bridge', 5)], 1)).toEqual([
      'closed bridge',
    ]);
  });

  it('does not prefer the shorter of two that are short', () => {
    expect(chosen([item('bridge', 3), item('bridge closed', 12)], 1)).toEqual(['bridge closed']);
  });

  it('takes what is preferred of two that tell the same', () => {
    const items = [item('bridge closed', 9, 0.7), item('closed bridge', 9)];
    expect(chosen(items, 1)).toEqual(['closed bridge']);
  });

  it('takes what is in another section of two that tell as much', () => {
    const items = [item('bridge'), item('late'), { ...item('late'), place: 0.9 }];
    expect(coverMost(items, 2, WEIGHTS)).toEqual([items[0], items[2]]);
    expect(coverMost(items, 1, WEIGHTS)).toEqual([items[0]]);
  });

  it('takes nothing whose units are worth nothing', () => {
    expect(chosen([item('well'), item('late')], 2)).toEqual(['late']);
  });

  it('keeps the order of the items', () => {
    const items = [item('rain'), item('bridge closed ferry'), item('bridge closed')];
    expect(chosen(items, 2)).toEqual(['rain', 'bridge closed ferry']);
  });

  it('is empty when there is nothing', () => {
    expect(coverMost([], 3, WEIGHTS)).toEqual([]);
  });
});
