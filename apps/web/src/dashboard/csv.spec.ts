import { aFigure } from '../reports/figure.fixture.ts';
import { csvCell, csvOf } from './csv.ts';
import type { KeyedTable } from './keyed-table.ts';

type Value = Parameters<typeof aFigure>[1];

function tableWith(...rows: readonly (readonly [string | null, Value, Value])[]): KeyedTable {
  return {
    columns: [
      { key: 'a', label: 'What' },
      { key: 'b', label: 'Amount' },
    ],
    rows: rows.map(([group, a, b], index) => ({
      key: String(index),
      group,
      entryId: null,
      cells: {
        a: { key: '', figure: aFigure('', a) },
        b: { key: '', figure: aFigure('', b) },
      },
    })),
  };
}

const text = (words: string): Value => ({ kind: 'text', text: words });
const euros = (amount: string): Value => ({ kind: 'money', amount, currency: 'EUR' });

describe('a cell of a CSV file', () => {
  it.each([
    ['Venue', 'Venue'],
    ['Food, drinks', '"Food, drinks"'],
    ['the "big" one', '"the ""big"" one"'],
    ['two\nlines', '"two\nlines"'],
    ['=HYPERLINK("http://x")', '"\'=HYPERLINK(""http://x"")"'],
    ['+49 30 1234', "'+49 30 1234"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['-12.50', '-12.50'],
  ])('%j is written as %j', (cell, written) => {
    expect(csvCell(cell)).toBe(written);
  });
});

describe('a table as CSV', () => {
  it('has plain amounts, with their currency in the heading', () => {
    expect(csvOf(tableWith([null, text('Venue'), euros('12000.00')]))).toBe(
      'What,Amount (EUR)\r\nVenue,12000.00\r\n',
    );
  });

  it('has the currency in a column of its own when there are several', () => {
    const dollars: Value = { kind: 'money', amount: '5', currency: 'USD', per: 'month' };
    const csv = csvOf(tableWith([null, text('A'), euros('1')], [null, text('B'), dollars]));
    expect(csv).toBe('What,Amount,Amount: unit\r\nA,1,EUR\r\nB,5,USD a month\r\n');
  });

  it('has plain numbers of other things as well', () => {
    const orders: Value = { kind: 'quantity', quantity: '410', unit: 'order' };
    const fewer: Value = { kind: 'quantity', quantity: '-70', unit: 'order' };
    const days: Value = { kind: 'quantity', quantity: '3', unit: 'day' };
    expect(csvOf(tableWith([null, orders, fewer], [null, orders, days]))).toBe(
      'What (order),Amount,Amount: unit\r\n410,-70,order\r\n410,3,day\r\n',
    );
  });

  it('has the headings of groups in a column, and empty cells for missing values', () => {
    expect(csvOf(tableWith(['Ada', text('Call the venue'), null]))).toBe(
      'Group,What,Amount\r\nAda,Call the venue,\r\n',
    );
  });
});
