import { cellAt } from './cell-at.ts';
import { rowsWithin } from './formats/tables/row-text.ts';

const row = (...cells: readonly [heading: string | null, text: string][]) =>
  rowsWithin(
    cells.map(([heading, text], index) => ({ heading, index, text })),
    1_000,
  )[0]!;

const columnsOf = (part: ReturnType<typeof row>) =>
  Array.from(part.text, (_, position) => cellAt(part, position));

it('finds the column of every character, headings included', () => {
  const part = row(['Item', 'Hall'], ['Amount', '12'], ['Note', 'Item: x · y']);
  expect(part.text).toBe('Item: Hall · Amount: 12 · Note: Item: x · y');
  const columns = columnsOf(part);
  expect(columns.slice(0, 10)).toEqual(Array(10).fill('Item'));
  expect(columns.slice(10, 13)).toEqual([null, null, null]);
  expect(columns.slice(13, 23)).toEqual(Array(10).fill('Amount'));
  expect(columns.slice(26)).toEqual(Array(part.text.length - 26).fill('Note'));
});

it('names columns without headings by their letters', () => {
  const part = row([null, 'Hall'], [null, ''], [null, '12']);
  expect(part.text).toBe('Hall · 12');
  expect([cellAt(part, 0), cellAt(part, 7)]).toEqual(['A', 'C']);
});

it('finds nothing outside the text, and in a part that is no row', () => {
  const part = row(['Item', 'Hall']);
  expect([cellAt(part, -1), cellAt(part, 10)]).toEqual([null, null]);
  expect(cellAt({ text: 'Hall', cells: null }, 1)).toBeNull();
});
