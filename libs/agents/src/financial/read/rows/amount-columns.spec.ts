import { describe, expect, it } from '@jest/globals';
import { checkDrafts } from '../../../evidence/check-drafts.ts';
import { financial } from '../../financial.agent.ts';

/** The facts of a table as `label amount (category)`; what is held begins with a question mark. */
function read(...csv: readonly string[]) {
  const [head = '', ...rows] = csv;
  const headings = head.split('|');
  const lines = rows.map((row) => ({
    ...{ speaker: null, date: '2026-11-26' },
    text: row
      .split('|')
      .flatMap((text, at) => (text === '' ? [] : [`${headings[at] ?? ''}: ${text}`]))
      .join(' · '),
  }));
  const passage = { before: [], lines };
  const reading = { currency: 'EUR', categories: ['Food'] };
  const { found, dropped } = checkDrafts(
    financial.read(passage, reading),
    passage,
    reading,
    financial,
  );
  expect(dropped).toEqual({});
  return found.map(({ label, value, category, certainty }) => {
    const amount = value?.kind === 'money' ? value.amount : '';
    return `${certainty === 'possible' ? '? ' : ''}${label} ${amount} (${category ?? '–'})`;
  });
}

describe('a table with amounts before and after tax', () => {
  it.each([
    ['Item|Net|VAT|Gross', 'Hall|100.00|19.00|119.00', 'Hall 119 (Venue)'],
    ['Item|Net|Tax|Total', 'Hall|100|19|119', 'Hall 119 (Venue)'],
    ['Posten|Netto|MwSt|Brutto', 'Saal|1.000,00|190,00|1.190,00', 'Saal 1190 (Venue)'],
    ['Item|Gross', 'Hall|119.00', 'Hall 119 (Venue)'],
  ])('counts what was paid: %s', (head, row, expected) => {
    expect(read(head, row)).toEqual([expected]);
  });

  it('holds an amount whose tax is not in it', () => {
    expect(read('Item|Net|VAT', 'Hall|100.00|19.00')).toEqual(['? Hall 100 (Venue)']);
  });

  it('takes no weight for an amount', () => {
    expect(read('Item|Net weight|Cost', 'Rope|12|40.00')).toEqual(['Rope 40 (–)']);
  });
});

describe('a column whose heading says nothing', () => {
  it('is held where its cells look like money', () => {
    expect(read('Item|Kwota', 'Hall|100.00', 'Tent|1.200,00 €')).toEqual([
      '? Hall 100 (Venue)',
      '? Tent 1200 (Equipment)',
    ]);
  });

  it('is no money where its cells are numbers', () => {
    expect(read('Item|Pieces', 'Chair|100', 'Table|12')).toEqual([]);
  });
});

describe('the category of a row', () => {
  it('is the one that it states, whatever its other words say', () => {
    expect(read('Item|Category|Amount', 'Catering|Ads|200', 'Menus|food|300', 'Bus||40')).toEqual([
      'Catering 200 (Ads)',
      'Menus 300 (Food)',
      'Bus 40 (Travel)',
    ]);
  });
});

it('reads a thousand with a point, also beside decimal commas', () => {
  expect(read('Posten|Betrag', 'Saal|1.000', 'Zelt|25,5', 'Strom|12.500')).toEqual([
    'Saal 1000 (Venue)',
    'Zelt 25.5 (Equipment)',
    'Strom 12500 (–)',
  ]);
});
