import { describe, expect, it } from '@jest/globals';
import { parseCsv } from './parse-csv.ts';

const read = (text: string) => parseCsv(text, { delimiter: ',', maxRows: 1_000 });

describe('a quotation mark that is not closed', () => {
  it.each([
    [
      'takes no other row into its cell',
      'Item,Amount\nHall,100\n"Tent,200\nRope,400\n',
      [
        ['Item', 'Amount'],
        ['Hall', '100'],
        ['Tent', '200'],
        ['Rope', '400'],
      ],
    ],
    [
      'is not closed by that of another row',
      'Item,Amount\n"Hall,100\nTent,200\n"Chair,300\nRope,400\n',
      [
        ['Item', 'Amount'],
        ['Hall', '100'],
        ['Tent', '200'],
        ['Chair', '300'],
        ['Rope', '400'],
      ],
    ],
    [
      'leaves quotes that are closed in their row',
      'Item,Amount\n"Tent,200\n"Rope, red","1,400"\n',
      [
        ['Item', 'Amount'],
        ['Tent', '200'],
        ['Rope, red', '1,400'],
      ],
    ],
    [
      'may stand for inches',
      'Item,Amount\n"6" pipe,200\nRope,400\n',
      [
        ['Item', 'Amount'],
        ['"6" pipe', '200'],
        ['Rope', '400'],
      ],
    ],
  ])('%s', (_, text, rows) => {
    expect(read(text)).toEqual({ rows, isBroken: true });
  });

  it('is found behind sound rows, one of which has two lines', () => {
    const { rows, isBroken } = read('Item,Amount\n"Hall\nbig",100\n"Tent,200\nRope,400\n');
    expect(rows.slice(1)).toEqual([
      ['Hall\nbig', '100'],
      ['Tent', '200'],
      ['Rope', '400'],
    ]);
    expect(isBroken).toBe(true);
  });
});

it('reads cells with lines and delimiters as they are', () => {
  const { rows, isBroken } = read('Item,Amount\n"Hall\nbig",100\n"Tent, ""red""",200\n');
  expect(rows.slice(1, 3)).toEqual([
    ['Hall\nbig', '100'],
    ['Tent, "red"', '200'],
  ]);
  expect(isBroken).toBe(false);
});
