import { describe, expect, it } from '@jest/globals';
import { checkDrafts } from '../../../evidence/check-drafts.ts';
import { financial } from '../../financial.agent.ts';
import { expectLinearTime } from '../../../../../../test/support/linear-time.ts';

const DATE = '2026-11-26';

/** Reads a table as a document gives it, and checks it against its rows as the agent does. */
function read(csv: readonly string[], currency = 'EUR') {
  const [head = '', ...rows] = csv;
  const mark = head.includes(';') ? ';' : '|';
  const headings = head.split(mark);
  const lines = rows.map((row) => ({
    speaker: null,
    text: row
      .split(mark)
      .flatMap((text, at) => (text === '' ? [] : [`${headings[at] ?? ''}: ${text}`]))
      .join(' · '),
    date: DATE,
  }));
  const passage = { before: [], lines };
  const reading = { currency, categories: [] };
  const { found, dropped } = checkDrafts(
    financial.read(passage, reading),
    passage,
    reading,
    financial,
  );
  expect(dropped).toEqual({});
  return found.map(({ type, label, value, status, on, certainty, line, valueAt }) => ({
    ...{ type, label, status, certainty, on: on?.date ?? null },
    amount: value?.kind === 'money' ? `${value.amount} ${value.currency}` : null,
    cited: lines[line]?.text.slice(valueAt?.start, valueAt?.end),
  }));
}

describe('offers and promises in a table', () => {
  it('are accepted or declined, as it was decided', () => {
    const csv = [
      'Anbieter;Angebot;Entscheidung',
      'Krause;1.450,00 €;angenommen',
      'Vogel;1.720,00 €;abgelehnt',
    ];
    expect(read(csv)).toMatchObject([
      { type: 'quote', status: 'accepted', amount: '1450 EUR', certainty: 'certain' },
      { type: 'quote', status: 'declined', amount: '1720 EUR' },
    ]);
  });

  it('are expected income in a column of pledges', () => {
    expect(read(['Sponsor|Pledge', 'Bank|3,000', 'Bakery|500'])).toMatchObject([
      { type: 'income', status: 'expected', amount: '3000 EUR' },
      { type: 'income', status: 'expected', amount: '500 EUR' },
    ]);
  });

  it('are no amounts where their column has names', () => {
    expect(read(['Offer|Amount', 'Flyer A4|120'])).toMatchObject([{ amount: '120 EUR' }]);
  });

  it('have no price of one piece beside the total', () => {
    const csv = ['Item|Quantity|Unit price|Total', 'Chairs|120|1.80|216.00'];
    expect(read(csv)).toMatchObject([{ type: 'expense', amount: '216 EUR' }]);
  });
});

describe('totals of a table', () => {
  it.each([
    ['in English', ['Item|Amount', 'Glue|14', 'Paper|9', 'Total|23']],
    ['in German', ['Posten;Betrag', 'Kleber;14,50', 'Papier;9', 'Gesamtsumme;23,50']],
    ['in French', ['Libellé;Montant', 'Colle;14', 'Papier;9', 'Sous-total;23']],
    ['in Spanish', ['Concepto;Importe', 'Cola;14', 'Papel;9', 'Total general;23']],
    [
      'in the column of dates',
      ['Date|Item|Amount', '2026-11-02|A|14', '2026-11-03|B|9', 'Total||23'],
    ],
    ['without a word', ['Date|Item|Amount', '2026-11-02|A|14', '2026-11-03|B|9', '|Both|23']],
  ])('are no expense %s', (_, csv) => {
    expect(read(csv).map(({ type }) => type)).toEqual(['expense', 'expense']);
  });

  it('are held when only the sum says so', () => {
    const found = read(['Item|Amount', 'A|10', 'B|20', 'C|30', 'D|60']);
    expect(found.map(({ certainty }) => certainty)).toEqual([
      ...['certain', 'certain', 'certain', 'possible'],
    ]);
  });

  it('are only rows that say nothing else', () => {
    expect(read(['Item|Amount', 'Total station rental|300'])).toHaveLength(1);
  });
});

describe('the status column of a table', () => {
  it.each([
    ['Status', 'paid', 'expense', null],
    ['Status', 'open', 'invoice', 'due'],
    ['Status', 'Unpaid', 'invoice', 'due'],
    ['Status', 'not paid', 'invoice', 'due'],
    ['Status', 'overdue', 'invoice', 'overdue'],
    ['Status', 'planned', 'estimate', null],
    ['Status', 'ordered', 'commitment', null],
    ['Status', 'Cancelled', 'invoice', 'cancelled'],
    ['Status', 'rejected', 'invoice', 'cancelled'],
    ['Paid', 'no', 'invoice', 'due'],
    ['Paid', 'yes', 'expense', null],
    ['Bezahlt', 'nein', 'invoice', 'due'],
    ['Bezahlt', 'ja', 'expense', null],
    ['Status', 'storniert', 'invoice', 'cancelled'],
    ['Status', 'geplant', 'estimate', null],
    ['Statut', 'impayée', 'invoice', 'due'],
    ['Payé', 'non', 'invoice', 'due'],
    ['Payé', 'oui', 'expense', null],
    ['Estado', 'pendiente', 'invoice', 'due'],
    ['Pagado', 'no', 'invoice', 'due'],
    ['Pagado', 'sí', 'expense', null],
  ])('%s: %s', (heading, state, type, status) => {
    const found = read([`Item|Amount|${heading}`, `Lamp|45|${state}`]);
    expect(found).toMatchObject([{ type, status, amount: '45 EUR' }]);
  });

  it('holds what it cannot tell', () => {
    const [row] = read(['Item|Amount|Status', 'Lamp|45|blue']);
    expect(row).toMatchObject({ certainty: 'possible' });
  });

  it('takes the due date of what is open', () => {
    const csv = ['Invoice|Supplier|Amount|Due|Status', 'R-7|Weber|310|2026-12-15|open'];
    expect(read(csv)).toMatchObject([{ type: 'invoice', status: 'due', on: '2026-12-15' }]);
  });

  it('takes a day for a date, not the amount that is due', () => {
    const csv = ['Supplier|Amount due|Due date', 'Weber|310|2026-12-15'];
    expect(read(csv)).toMatchObject([{ type: 'invoice', status: 'due', on: '2026-12-15' }]);
  });

  it('says that nothing of the future is spent', () => {
    const [row] = read(['Date|Item|Amount', '2027-04-20|Bus|500']);
    expect(row).toMatchObject({ type: 'commitment', certainty: 'possible' });
  });
});

describe('currencies and signs of a table', () => {
  it.each([
    ['a column', ['Item|Amount|Currency', 'Train|75|CHF'], '75 CHF'],
    ['the heading', ['Item|Amount (GBP)', 'Train|75'], '75 GBP'],
    ['a sign in the heading', ['Item|Amount (£)', 'Train|75'], '75 GBP'],
    ['the cell', ['Item|Amount', 'Train|$75'], '75 USD'],
  ])('are read from %s', (_, csv, amount) => {
    const [row] = read(csv);
    expect(row).toMatchObject({ amount, type: 'expense' });
    expect(row?.cited).toContain('75');
  });

  it('are those of debits and credits, never of a balance', () => {
    const csv = [
      'Date|Text|Debit|Credit|Balance',
      '2026-11-02|Rent|300||700',
      '2026-11-03|Gift||50|750',
    ];
    expect(read(csv)).toMatchObject([
      { type: 'expense', amount: '300 EUR' },
      { type: 'income', amount: '50 EUR', status: 'received' },
    ]);
  });

  it.each(['(80.25)', '80.25-', '-80.25', '€(80.25)'])('%s is a refund', (amount) => {
    const [row] = read(['Item|Amount', `Refund tent|${amount}`]);
    expect(row).toMatchObject({ type: 'income', amount: '80.25 EUR' });
  });
});

describe('the dates of a table', () => {
  it('have one order when one of them shows it', () => {
    const csv = ['Date|Item|Amount', '23/11/2026|Hall|50', '03/11/2026|Tent|20'];
    expect(read(csv)).toMatchObject([
      { on: '2026-11-23' },
      { on: '2026-11-03', certainty: 'certain' },
    ]);
    const american = ['Date|Item|Amount', '11/23/2026|Hall|50', '11/03/2026|Tent|20'];
    expect(read(american)).toMatchObject([{ on: '2026-11-23' }, { on: '2026-11-03' }]);
  });

  it.each([
    ['Date;Libellé;Montant', '04/11/2026;Salle;1234,56'],
    ['Datum;Posten;Betrag', '04/11/2026;Saal;1234,56'],
    ['Fecha;Concepto;Importe', '04/11/2026;Sala;1234,56'],
  ])('are those of the language of %s', (...csv) => {
    expect(read(csv)).toMatchObject([
      { on: '2026-11-04', amount: '1234.56 EUR', certainty: 'certain' },
    ]);
  });

  it('begin with the day, or with the month for American money, when nothing shows their order', () => {
    const csv = ['Date|Item|Amount', '04/11/2026|Hall|50'];
    expect(read(csv)).toMatchObject([{ on: '2026-11-04', certainty: 'certain' }]);
    expect(read(csv, 'USD')).toMatchObject([{ on: '2026-04-11', certainty: 'certain' }]);
  });
});

describe('a table of any text', () => {
  it('is read in a time that grows with its length', () => {
    const readTable = (length: number) => () => {
      const csv = [
        'Item|Amount (X)|Status',
        `${'('.repeat(length)}|${'1.'.repeat(length)}|${'not '.repeat(length)}`,
      ];
      read(csv);
    };
    expectLinearTime(readTable(10_000), readTable(20_000));
  });
});
