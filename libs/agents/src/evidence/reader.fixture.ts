import type { FactDraft, FactReader, Passage, ReadingContext } from '#contracts/model';

/** A reader with one type for each rule about values. */
export const READER: FactReader = {
  ...{ name: 'test', version: '1', instructions: '', read: () => [] },
  factTypes: [
    { name: 'expense', label: 'Expense', description: '', value: 'money', statuses: ['paid'] },
    { name: 'share', label: 'Share', description: '', value: 'percent', statuses: [] },
    { name: 'metric', label: 'Metric', description: '', value: 'any', statuses: [] },
    {
      name: 'promise',
      label: 'Promise',
      description: '',
      value: 'none',
      statuses: ['open', 'kept'],
    },
    {
      ...{ name: 'risk', label: 'Risk', description: '', value: 'none', statuses: [] },
      tentative: true,
    },
    { name: 'goal', label: 'Goal', description: '', value: 'optional', statuses: [] },
  ],
  categories: ['Travel', 'Other'],
};

export const CONTEXT: ReadingContext = { currency: 'EUR', categories: ['Venue'] };

/** A conversation with statements of each kind. It was on Tuesday, 3 November 2026. */
export const PASSAGE: Passage = {
  before: [line('Lin', 'Can somebody look after the printing?')],
  lines: [
    line('Ada', 'We paid €12,500 for the venue deposit on 2 November 2026.'),
    line('Tom Baker', 'Great. I will send the signed contract to Marta by 20 November 2026.'),
    line('Ada', 'The app has 4,200 active users, and 12.5 % of them pay.'),
    line('Lin', 'The hall costs between 8,000 and 9,500 dollars, or 300 pounds a month.'),
    line('Ada', 'Tom, can you order the chairs? They are 640 CHF.'),
  ],
};

function line(speaker: string, text: string) {
  return { speaker, text, date: '2026-11-03' };
}

const BASE = { on: null, who: null, status: null, category: null, corrects: false } as const;

/** What an engine that reads well states about {@link PASSAGE}. */
export const RIGHT: readonly FactDraft[] = [
  {
    ...{ ...BASE, line: 0, type: 'expense', label: 'venue deposit', certainty: 'certain' },
    quote: 'paid €12,500 for the venue deposit',
    value: { kind: 'money', amount: '12500', currency: 'EUR' },
    ...{ on: { date: '2026-11-02', precision: 'day' }, who: 'Ada', status: 'paid' },
    category: 'Venue',
  },
  {
    ...{ ...BASE, line: 1, type: 'promise', label: 'signed contract', certainty: 'certain' },
    quote: 'I will send the signed contract to Marta by 20 November 2026',
    value: null,
    ...{ on: { date: '2026-11-20', precision: 'day' }, who: 'Tom Baker', status: 'open' },
  },
  {
    ...{ ...BASE, line: 2, type: 'metric', label: 'active users', certainty: 'certain' },
    ...{ quote: 'The app has 4,200 active users' },
    value: { kind: 'quantity', quantity: '4200', unit: 'user' },
  },
  {
    ...{ ...BASE, line: 2, type: 'share', label: 'users pay', certainty: 'certain' },
    ...{ quote: '12.5 % of them pay', value: { kind: 'percent', percent: '12.5' } },
  },
  {
    ...{ ...BASE, line: 3, type: 'expense', label: 'hall', certainty: 'certain' },
    quote: 'between 8,000 and 9,500 dollars',
    value: { kind: 'money', amount: '8000', upTo: '9500', currency: 'USD' },
  },
  {
    ...{ ...BASE, line: 3, type: 'expense', label: 'hall', certainty: 'certain' },
    quote: '300 pounds a month',
    value: { kind: 'money', amount: '300', currency: 'GBP', per: 'month' },
  },
  {
    ...{ ...BASE, line: 4, type: 'expense', label: 'chairs', certainty: 'certain' },
    quote: 'They are 640 CHF',
    value: { kind: 'money', amount: '640', currency: 'CHF' },
    who: 'Tom Baker',
  },
];
