import { headingRow } from './heading-row.rule.ts';

const rowsOf = (text: string) => text.split('\n').map((line) => line.split('|'));

describe('the heading row', () => {
  it.each([
    ['above amounts', 'Item|Cost\nHall|1200\nFood|800', 0],
    ['above a table of words', 'Task|Owner\nLaunch|Ana\nReview|Ben', 0],
    ['of years', 'Category|2025|2026\nRent|100|200\nFood|3|4', 0],
    ['of quarters', 'Category|Q1|Q2\nRent|100|200\nFood|3|4', 0],
    ['below a title', 'Budget||\nof the fair||\nItem|Cost|Due\nHall|1200|2026-11-03', 2],
    ['with a column that has no heading', '|Cost\nHall|12\nFood|8', null],
    ['of one month', 'Rent for|January 2026\nHall|1.200,00 €\nOffice|300 EUR', 0],
  ])('is found %s', (_, text, expected) => {
    expect(headingRow(rowsOf(text), 'likely')).toBe(expected);
  });

  it.each([
    ['only values', 'Hall|1200\nFood|800\nRent|300'],
    ['dates', 'Hall|3 Nov 2026|paid\nFood|5 Nov 2026|open\nRent|1 Dec 2026|paid'],
    ['words that repeat', 'Hall|paid\nFood|open\nRent|paid'],
    ['one column', 'Item\nHall\nFood'],
    ['one row', 'Item|Cost'],
    ['nothing', ''],
  ])('is not invented for %s', (_, text) => {
    expect(headingRow(rowsOf(text), 'likely')).toBeNull();
  });

  it('of words only is no clear one', () => {
    expect(headingRow(rowsOf('Task|Owner\nLaunch|Ana'), 'clear')).toBeNull();
    expect(headingRow(rowsOf('Task|Hours\nLaunch|12'), 'clear')).toBe(0);
  });
});
