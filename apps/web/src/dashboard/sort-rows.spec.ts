import { aFigure } from '../reports/figure.fixture.ts';
import type { KeyedRow } from './keyed-table.ts';
import { groupsOf, nextSorting } from './sort-rows.ts';

function row(key: string, amount: string | null, group: string | null = null): KeyedRow {
  const value = amount === null ? null : ({ kind: 'money', amount, currency: 'EUR' } as const);
  return { key, group, entryId: null, cells: { sum: { key, figure: aFigure('', value) } } };
}

const shown = (rows: readonly KeyedRow[], descending: boolean) =>
  groupsOf(rows, { column: 'sum', descending }).map((group) => group.rows.map(({ key }) => key));

describe('the rows of a table', () => {
  it('are sorted by number, not by text, with empty cells last in both directions', () => {
    const rows = [row('empty', null), row('nine', '9'), row('hundred', '100'), row('debt', '-5')];
    expect(shown(rows, false)).toEqual([['debt', 'nine', 'hundred', 'empty']]);
    expect(shown(rows, true)).toEqual([['hundred', 'nine', 'debt', 'empty']]);
  });

  it('stay in their groups, which keep their order', () => {
    const rows = [row('a', '2', 'Grace'), row('b', '9', 'Ada'), row('c', '1', 'Grace')];
    expect(shown(rows, false)).toEqual([['c', 'a'], ['b']]);
  });

  it('are in their own order without a sorting', () => {
    const rows = [row('b', '2'), row('a', '1')];
    expect(groupsOf(rows, null)[0]?.rows).toEqual(rows);
  });

  it('are sorted up, then down, then in their own order by presses on one heading', () => {
    const up = nextSorting(null, 'sum');
    const down = nextSorting(up, 'sum');
    expect([up?.descending, down?.descending, nextSorting(down, 'sum')]).toEqual([
      false,
      true,
      null,
    ]);
    expect(nextSorting(down, 'who')).toEqual({ column: 'who', descending: false });
  });
});
