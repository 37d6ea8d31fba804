import { coverMost } from './coverage.ts';

const item = (units: string, length = units.split(' ').length) => ({
  units: units.split(' '),
  length,
});
const frequent = (_unit: string, count: number) => Math.log2(1 + count);
const chosen = (items: readonly ReturnType<typeof item>[], most: number) =>
  coverMost(items, most, frequent).map(({ units }) => units.join(' '));

describe('what covers most', () => {
  it('tells of what is said most, and never twice of the same', () => {
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

  it('keeps the order of the items', () => {
    const items = [item('rain'), item('bridge closed ferry'), item('bridge closed')];
    expect(chosen(items, 2)).toEqual(['rain', 'bridge closed ferry']);
  });

  it('is empty when there is nothing', () => {
    expect(coverMost([], 3, frequent)).toEqual([]);
  });
});
