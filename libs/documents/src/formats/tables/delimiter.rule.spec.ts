import { describe, expect, it } from '@jest/globals';
import { delimiterOf } from './delimiter.rule.ts';

describe('the delimiter of CSV', () => {
  it.each([
    [
      'a semicolon beside decimal commas',
      'Posten;Betrag\nSeil;11,50\nKette;21,00\nSumme;32,50',
      ';',
    ],
    ['a semicolon where each cell has a decimal comma', '1,5;2,5\n3,5;4,5', ';'],
    ['a tab beside decimal commas', 'Poste\tMontant\nSalle\t1 234,56\nTente\t200,00', '\t'],
    ['a bar beside commas in words', 'Item|Note\nHall|large, warm\nTent|small, cold', '|'],
    ['a comma beside a semicolon in a few words', 'Item,Note\nHall,warm; dry\nTent,cold', ','],
    ['a comma whose cells are quoted', 'Item,Cost\n"Hall; big","1,200"\n"Tent; red","300"', ','],
    [
      'a semicolon below a title',
      'Costs of the fair, 2026\n\nPosten;Betrag\nSeil;1,5\nZelt;2,5',
      ';',
    ],
    [
      'a semicolon with rows that end early',
      'Datum;Posten;Betrag\n03.11.;Seil;1,50\nSumme;1,50',
      ';',
    ],
    ['a comma where there is none', 'Item\nHall', ','],
    ['a comma in an empty file', '', ','],
  ])('is %s', (_, text, expected) => {
    expect(delimiterOf(text)).toBe(expected);
  });

  it('is found in the first lines, however long the file is', () => {
    const semicolons = 'Posten;Betrag\n'.repeat(5_000);
    expect(delimiterOf(semicolons + 'a,b,c\n'.repeat(50_000))).toBe(';');
  });
});
