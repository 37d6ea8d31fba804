import type { Report, ReportBlock, ReportEntry } from '../api/types.ts';
import { HEAD, aFigure, anEntry, money, text } from './figure.fixture.ts';

const entries: readonly ReportEntry[] = [
  anEntry({
    id: 'plan:budget:0',
    factIds: [],
    type: 'budget',
    label: 'Venue',
    value: { kind: 'money', amount: '12000.00', currency: 'EUR' },
    on: null,
    who: null,
    status: null,
    saidOn: null,
    saidAt: null,
  }),
  anEntry(),
  anEntry({
    id: 'fct_2',
    factIds: ['fct_2', 'fct_2b'],
    label: 'Stage and sound',
    value: { kind: 'money', amount: '6200.00', currency: 'EUR' },
    on: { date: '2026-10-20', precision: 'day' },
    who: 'Grace',
    category: 'Technology',
    saidOn: '2026-10-20',
    saidAt: '2026-10-20T09:30:00.000Z',
  }),
  anEntry({
    id: 'fct_3',
    factIds: ['fct_3'],
    type: 'commitment',
    label: 'Second instalment of the venue',
    value: { kind: 'money', amount: '8000.00', currency: 'EUR' },
    on: { date: '2026-12-01', precision: 'day' },
    status: 'open',
    disputes: ['fct_4'],
    saidOn: '2026-11-03',
    saidAt: '2026-11-03T08:00:00.000Z',
  }),
  anEntry({
    id: 'fct_4',
    factIds: ['fct_4'],
    type: 'commitment',
    label: 'Second instalment of the venue',
    value: { kind: 'money', amount: '9400.00', currency: 'EUR' },
    on: { date: '2026-12-01', precision: 'day' },
    who: 'Kaito',
    status: 'open',
    disputes: ['fct_3'],
    saidOn: '2026-11-10',
    saidAt: '2026-11-10T08:00:00.000Z',
  }),
  anEntry({
    id: 'fct_5',
    factIds: ['fct_5'],
    label: 'Printing of posters',
    value: { kind: 'money', amount: '415.90', currency: 'EUR' },
    on: { date: '2026-11-12', precision: 'day' },
    category: 'Marketing',
    state: 'held',
    held: 'unclear',
    saidOn: '2026-11-12',
    saidAt: '2026-11-12T08:00:00.000Z',
  }),
  anEntry({
    id: 'fct_6',
    factIds: ['fct_6'],
    label: 'Stage and sound, first offer',
    value: { kind: 'money', amount: '5800.00', currency: 'EUR' },
    category: 'Technology',
    state: 'superseded',
    supersededBy: 'fct_2',
    saidOn: '2026-10-02',
    saidAt: '2026-10-02T08:00:00.000Z',
  }),
];

const byCategory: ReportBlock = {
  kind: 'bars',
  key: 'categories',
  title: 'Spent and committed by category',
  bars: [
    {
      label: 'Venue',
      value: aFigure('Spent', money('4000.00'), { entries: ['fct_1'] }),
      more: aFigure('Committed', money('8000.00'), {
        entries: ['fct_3'],
        note: '1 disputed',
      }),
      reference: aFigure('Budget', money('12000.00'), { entries: ['plan:budget:0'] }),
    },
    {
      label: 'Technology',
      value: aFigure('Spent', money('6200.00'), { entries: ['fct_2'], tone: 'bad' }),
      more: null,
      reference: aFigure('Budget', money('6000.00')),
    },
    {
      label: 'Catering and drinks',
      value: aFigure('Spent', money('0.00')),
      more: aFigure('Committed', money('2150.50')),
      reference: aFigure('Budget', money('3500.00')),
    },
    {
      label: 'Marketing',
      value: aFigure('Spent', money('780.25'), { note: '1 held' }),
      more: null,
      reference: null,
    },
  ],
};

/** Month, in the month, so far, planned so far, and whether it is a forecast. */
type MonthRow = readonly [string, string, string, string, boolean];

const MONTH_ROWS: readonly MonthRow[] = [
  ['2026-08', '250.00', '250.00', '1000.00', false],
  ['2026-09', '4000.00', '4250.00', '5000.00', false],
  ['2026-10', '6530.25', '10780.25', '9000.00', false],
  ['2026-11', '200.00', '10980.25', '12000.00', false],
  ['2026-12', '8000.00', '18980.25', '20000.00', true],
  ['2027-01', '2150.50', '21130.75', '22500.00', true],
];

const byMonth: ReportBlock = {
  kind: 'months',
  key: 'months',
  title: 'Spending by month against the plan',
  months: MONTH_ROWS.map(([month, value, cumulative, planned, forecast]) => ({
    month,
    value: aFigure('In the month', money(value), { entries: ['fct_2'] }),
    cumulative: aFigure('So far', money(cumulative), { entries: ['fct_1', 'fct_2'] }),
    planned: aFigure('Planned so far', money(planned)),
    forecast,
  })),
};

function ledgerRow(entry: ReportEntry) {
  const one = { entries: [entry.id] };
  return {
    group: entry.category,
    entryId: entry.id,
    cells: {
      date: aFigure('Date', entry.on === null ? null : { kind: 'date', on: entry.on }, one),
      what: aFigure('What', text(entry.label), one),
      kind: aFigure('Kind', text(entry.type), one),
      amount: aFigure('Amount', entry.value, one),
      who: aFigure('Who', text(entry.who ?? ''), one),
    },
  };
}

const ledger: ReportBlock = {
  kind: 'table',
  key: 'ledger',
  title: 'Ledger',
  columns: [
    { key: 'date', label: 'Date' },
    { key: 'what', label: 'What' },
    { key: 'kind', label: 'Kind' },
    { key: 'who', label: 'Who' },
    { key: 'amount', label: 'Amount' },
  ],
  rows: entries.filter(({ factIds }) => factIds.length > 0).map(ledgerRow),
  empty: 'No amounts yet.',
};

/** A report of the financial agent; a test can override any field. */
export function aFinancialReport(facts: Partial<Report> = {}): Report {
  return {
    ...HEAD,
    agent: 'financial',
    content: {
      figures: [
        aFigure('Budget', money('21500.00'), { entries: ['plan:budget:0'] }),
        aFigure('Spent', money('10980.25'), { entries: ['fct_1', 'fct_2'], note: '1 held' }),
        aFigure('Committed', money('10150.50'), { entries: ['fct_3'], note: '1 disputed' }),
        aFigure('Left', money('369.25'), { tone: 'good', entries: ['fct_1', 'fct_2', 'fct_3'] }),
        aFigure('Forecast', money('21130.75'), { tone: 'bad' }),
      ],
      blocks: [byCategory, byMonth, ledger],
      entries: [...entries],
    },
    ...facts,
  };
}
