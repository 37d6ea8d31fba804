import type { StubTask } from './stub-request.ts';

type FactsTask = Extract<StubTask, { kind: 'facts' }>;
type Line = FactsTask['lines'][number];

const NOTHING = {
  ...{ amount: null, upTo: null, currency: null, per: null, percent: null, quantity: null },
  ...{ unit: null, date: null, datePrecision: null, who: null, status: null, category: null },
  ...{ certain: true, corrects: false },
};

type FactAnswer = Omit<typeof NOTHING, 'amount' | 'currency' | 'date' | 'datePrecision' | 'who'> & {
  readonly [field in 'amount' | 'currency' | 'date' | 'datePrecision' | 'who']: string | null;
} & {
  readonly line: number;
  readonly quote: string;
  readonly type: string;
  readonly label: string;
};

const AMOUNT = /(\d[\d,]*) (euros|dollars)/g;
const CURRENCIES: Readonly<Record<string, string>> = { euros: 'EUR', dollars: 'USD' };

/**
 * What a model that reads well states: the amounts in euros and dollars, of the type that the line
 * names or else of the first type for money, and what a speaker says that they will do.
 */
export function rightFacts(task: FactsTask): readonly FactAnswer[] {
  return task.lines.flatMap((line) => [...amountsIn(line, task), ...promisesIn(line, task)]);
}

function amountsIn(line: Line, { types }: FactsTask): readonly FactAnswer[] {
  const moneyTypes = types.filter(({ rule }) => rule.includes('"amount"'));
  const named = moneyTypes.find(({ name }) => line.text.toLowerCase().includes(name));
  const type = (named ?? moneyTypes[0])?.name;
  if (type === undefined) return [];
  return Array.from(line.text.matchAll(AMOUNT), ([quote, digits = '', currency = '']) => ({
    ...{ ...NOTHING, line: line.n, quote, type, label: line.text.slice(0, 60) },
    ...{ amount: digits.replaceAll(',', ''), currency: CURRENCIES[currency] ?? null },
  }));
}

function promisesIn(line: Line, { types }: FactsTask): readonly FactAnswer[] {
  const type = types.find(({ rule }) => rule.includes('has no value'))?.name;
  if (type === undefined || !/\bI will\b/.test(line.text)) return [];
  const { n, text, speaker } = line;
  return [{ ...NOTHING, line: n, quote: text, type, label: text.slice(0, 60), who: speaker }];
}

/** What a model that invents states: figures, quotes, speakers, dates, lines and types. */
export function inventedFacts(task: FactsTask): readonly FactAnswer[] {
  return task.lines.flatMap((line) => {
    const [right] = amountsIn(line, task);
    const type = task.types[0]?.name ?? 'expense';
    const base = right ?? { ...NOTHING, line: line.n, quote: line.text, type, label: 'yacht' };
    return [
      { ...base, amount: '987654321', currency: 'EUR' },
      { ...base, amount: `${base.amount ?? '5'}0`, currency: 'EUR' },
      { ...base, amount: base.amount ?? '7', currency: 'JPY' },
      { ...base, quote: `It was agreed: ${line.text}` },
      { ...base, who: 'Mallory Invented' },
      { ...base, date: '2031-07-19', datePrecision: 'day' },
      { ...base, line: line.n + 1_000 },
      { ...base, type: 'invention' },
    ];
  });
}
