import { cellAt } from '../../cell-at.ts';
import { columnLetters, rowsWithin } from './row-text.ts';

const cell = (index: number, text: string) => ({ heading: `Column ${index}`, index, text });

it('splits a long row between its cells', () => {
  const cells = Array.from({ length: 100 }, (_, index) => cell(index, 'some words'));
  const rows = rowsWithin(cells, 200);
  expect(rows.length).toBeGreaterThan(5);
  for (const row of rows) expect(row.text.length).toBeLessThanOrEqual(200);
  expect(rows.flatMap((row) => row.cells)).toHaveLength(100);
});

it('splits a long cell into several of its column, without losing words', () => {
  const words = Array.from({ length: 300 }, (_, index) => `word${index}`).join(' ');
  const rows = rowsWithin([cell(0, words)], 100);
  for (const row of rows) {
    expect(row.text.length).toBeLessThanOrEqual(100);
    expect(cellAt(row, 12)).toBe('Column 0');
  }
  expect(rows.flatMap((row) => row.cells.map((each) => each.text)).join(' ')).toBe(words);
});

it('letters columns as spreadsheets do', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual([
    'A',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
  ]);
});
