import type { FactDraft, FactReader, SourceLine } from '#contracts/model';

const AMOUNT = /(\d+) (euros|dollars)/g;

/** A reader of amounts in euros and dollars, for specs of engines. */
export const AMOUNT_READER: FactReader = {
  ...{ name: 'amounts', version: '1', instructions: 'Read every amount.' },
  factTypes: [
    {
      name: 'expense',
      label: 'Expense',
      description: 'Money spent.',
      value: 'money',
      statuses: [],
    },
    {
      ...{ name: 'promise', label: 'Promise', description: 'What somebody will do.' },
      ...{ value: 'none', statuses: ['open', 'kept'] },
    },
  ],
  categories: ['Travel', 'Other'],
  read: ({ lines }) => lines.flatMap(amountsIn),
};

function amountsIn({ text }: SourceLine, line: number): readonly FactDraft[] {
  return Array.from(text.matchAll(AMOUNT), ([quote, amount = '', currency]) => ({
    ...{ line, quote, type: 'expense', label: text, on: null, who: null, status: null },
    value: { kind: 'money', amount, currency: currency === 'euros' ? 'EUR' : 'USD' },
    ...{ category: null, certainty: 'certain', corrects: false },
  }));
}
