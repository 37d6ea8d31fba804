import { placeInWords } from './place-words.ts';

describe('the place of a part of a document', () => {
  it.each([
    [{ sheet: 'Costs', row: 12 }, 'sheet Costs, row 12'],
    [{ page: 3 }, 'page 3'],
    [{ line: 7 }, 'line 7'],
    [{}, ''],
  ])('%j is “%s”', (place, words) => {
    expect(placeInWords(place)).toBe(words);
  });

  it('names the column of a cell', () => {
    expect(placeInWords({ sheet: 'Costs', row: 12 }, 'Amount')).toBe('sheet Costs, row 12, Amount');
  });
});
