import type { Fact, FactCorrection, FactDate, FactValue } from '../api/types.ts';

/** The fields of a fact as a form has them; `''` for none. */
export interface CorrectionDraft {
  type: string;
  label: string;
  kind: FactValue['kind'] | 'none';
  /** The amount, percentage or quantity. */
  number: string;
  /** The upper end of a range of money. */
  upTo: string;
  currency: string;
  unit: string;
  date: string;
  precision: FactDate['precision'];
  who: string;
  status: string;
  category: string;
}

/** What is wrong with a draft, by field. */
export type DraftFaults = Partial<Record<keyof CorrectionDraft, string>>;

/** The fields of a fact, with the corrections that a person made of them before. */
export function correctedFact(fact: Fact): Fact {
  const { decision } = fact;
  return decision?.kind === 'corrected' ? { ...fact, ...decision.correction } : fact;
}

/**
 * Fills a form with the fields of a fact.
 *
 * @param fact - The fact.
 * @param currency - Currency of the project, for a value that becomes money.
 */
export function draftOf(fact: Fact, currency: string): CorrectionDraft {
  const { value, on } = fact;
  return {
    type: fact.type,
    label: fact.label,
    kind: value?.kind ?? 'none',
    number: numberOf(value),
    upTo: value?.kind === 'money' ? (value.upTo ?? '') : '',
    currency: value?.kind === 'money' ? value.currency : currency,
    unit: value?.kind === 'quantity' ? value.unit : '',
    date: on?.date ?? '',
    precision: on?.precision ?? 'day',
    who: fact.who ?? '',
    status: fact.status ?? '',
    category: fact.category ?? '',
  };
}

const NUMBER = /^-?\d{1,18}(?:\.\d{1,6})?$/;

/** Checks a draft. @returns what is wrong with it; without fields when nothing is */
export function faultsOf(draft: CorrectionDraft): DraftFaults {
  const isNumber = (text: string) => NUMBER.test(plainNumber(text));
  const words = 'Write a number such as 12000.50.';
  return {
    ...(draft.label.trim() === '' ? { label: 'Say what it is about.' } : {}),
    ...(draft.kind !== 'none' && !isNumber(draft.number) ? { number: words } : {}),
    ...(draft.kind === 'money' && draft.upTo.trim() !== '' && !isNumber(draft.upTo)
      ? { upTo: words }
      : {}),
  };
}

/**
 * What a draft changes: only the fields that differ from what was read, because the others follow
 * the source.
 *
 * @param draft - A draft without faults.
 * @param read - The fact as it was read.
 */
export function correctionOf(draft: CorrectionDraft, read: Fact): FactCorrection {
  const wanted = {
    type: draft.type,
    label: draft.label.trim(),
    value: valueOf(draft, read.value),
    on: draft.date === '' ? null : { date: draft.date, precision: draft.precision },
    who: orNull(draft.who),
    status: orNull(draft.status),
    category: orNull(draft.category),
  } satisfies Required<FactCorrection>;
  const changed = Object.entries(wanted).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(fieldsOf(read)[field]),
  );
  return Object.fromEntries(changed);
}

function fieldsOf(fact: Fact): Readonly<Record<string, unknown>> {
  const { type, label, value, on, who, status, category } = fact;
  return { type, label, value: ordered(value), on, who, status, category };
}

/** With its fields in one order, so that equal values are equal texts. */
function ordered(value: FactValue | null): FactValue | null {
  if (value?.kind !== 'money') return value;
  const { kind, amount, upTo, currency, per } = value;
  return {
    kind,
    amount,
    ...(upTo === undefined ? {} : { upTo }),
    currency,
    ...(per === undefined ? {} : { per }),
  };
}

function valueOf(draft: CorrectionDraft, read: FactValue | null): FactValue | null {
  const number = plainNumber(draft.number);
  switch (draft.kind) {
    case 'none':
      return null;
    case 'percent':
      return { kind: 'percent', percent: number };
    case 'quantity':
      return { kind: 'quantity', quantity: number, unit: draft.unit.trim() };
    case 'money': {
      const upTo = plainNumber(draft.upTo);
      const per = read?.kind === 'money' ? read.per : undefined;
      return ordered({
        kind: 'money',
        amount: number,
        ...(upTo === '' ? {} : { upTo }),
        currency: draft.currency,
        ...(per === undefined ? {} : { per }),
      });
    }
  }
}

function numberOf(value: FactValue | null): string {
  if (value?.kind === 'money') return value.amount;
  if (value?.kind === 'percent') return value.percent;
  return value?.kind === 'quantity' ? value.quantity : '';
}

/** Without spaces, and without commas that separate thousands, as in `12,000.50`. */
function plainNumber(text: string): string {
  const compact = text.replace(/\s/g, '');
  return /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(compact) ? compact.replaceAll(',', '') : compact;
}

function orNull(text: string): string | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : trimmed;
}
