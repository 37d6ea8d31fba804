import type { Figure, Report, ReportEntry } from '../api/types.ts';

type FigureValue = Figure['value'];

/** An amount of money. */
export function money(amount: string, currency = 'EUR'): FigureValue {
  return { kind: 'money', amount, currency };
}

/** A day, as an ISO 8601 date. */
export function day(date: string): FigureValue {
  return { kind: 'date', on: { date, precision: 'day' } };
}

/** A text as a value. */
export function text(words: string): FigureValue {
  return { kind: 'text', text: words };
}

/** A quantity. */
export function count(quantity: string, unit = ''): FigureValue {
  return { kind: 'quantity', quantity, unit };
}

/** A figure; a test can override any field. */
export function aFigure(label: string, value: FigureValue, facts: Partial<Figure> = {}): Figure {
  return { label, value, entries: [], how: `How “${label}” was computed.`, ...facts };
}

/** A counted expense; a test can override any field. */
export function anEntry(facts: Partial<ReportEntry> = {}): ReportEntry {
  return {
    id: 'fct_1',
    factIds: ['fct_1'],
    type: 'expense',
    label: 'Venue deposit',
    value: { kind: 'money', amount: '4000.00', currency: 'EUR' },
    on: { date: '2026-09-14', precision: 'day' },
    who: 'Ada',
    status: 'paid',
    category: 'Venue',
    state: 'counted',
    held: null,
    supersededBy: null,
    disputes: [],
    decided: null,
    saidOn: '2026-09-14',
    saidAt: '2026-09-14T10:00:00.000Z',
    ...facts,
  };
}

/** What the reports of the fixtures have in common. */
export const HEAD = {
  id: 'rep_2',
  projectId: 'prj_1',
  taskId: 'tsk_1',
  cause: 'request',
  engine: 'builtin',
  complete: true,
  counts: {
    conversations: 4,
    documents: 2,
    facts: 6,
    sourcesRead: 6,
    sourcesFailed: 0,
    dropped: { value_not_in_quote: 2 },
  },
  createdAt: '2026-11-22T09:30:00.000Z',
  current: true,
} as const satisfies Partial<Report>;
