import {
  DATE_PRECISIONS,
  RATES,
  type FactDate,
  type FactDraft,
  type FactValue,
  type Rate,
  type ReadingContext,
} from '#contracts/model';
import type { FactsAnswer } from './answers.schema.ts';

type FactAnswer = FactsAnswer['facts'][number];

/**
 * Converts an answer. What cannot be converted, such as an amount that is no number, stays as the
 * model wrote it: it is then not found in the source.
 */
export function factDrafts({ facts }: FactsAnswer, context: ReadingContext): FactDraft[] {
  return facts.map((fact) => ({
    line: fact.line - 1,
    quote: fact.quote,
    type: fact.type.trim(),
    label: fact.label.trim(),
    value: valueOf(fact, context),
    on: dateOf(fact),
    who: textOrNull(fact.who),
    status: textOrNull(fact.status),
    category: textOrNull(fact.category),
    certainty: fact.certain ? 'certain' : 'possible',
    corrects: fact.corrects,
  }));
}

function valueOf(fact: FactAnswer, context: ReadingContext): FactValue | null {
  const amount = decimalOrNull(fact.amount);
  if (amount !== null) return moneyOf(amount, fact, context);
  const percent = decimalOrNull(fact.percent);
  if (percent !== null) return { kind: 'percent', percent };
  const quantity = decimalOrNull(fact.quantity);
  if (quantity === null) return null;
  return { kind: 'quantity', quantity, unit: textOrNull(fact.unit)?.toLowerCase() ?? '' };
}

function moneyOf(amount: string, fact: FactAnswer, context: ReadingContext): FactValue {
  const upTo = decimalOrNull(fact.upTo);
  const per = rateOf(fact.per);
  return {
    ...{ kind: 'money', amount },
    currency: textOrNull(fact.currency)?.toUpperCase() ?? context.currency,
    ...(upTo === null || upTo === amount ? {} : { upTo }),
    ...(per === null ? {} : { per }),
  };
}

function rateOf(stated: string | null): Rate | null {
  const name = textOrNull(stated)?.toLowerCase();
  return RATES.find((rate) => rate === name) ?? null;
}

/** Models shorten the date of a month to `2026-11` and that of a year to `2026`. */
function dateOf({ date: stated, datePrecision }: FactAnswer): FactDate | null {
  const date = textOrNull(stated);
  if (date === null) return null;
  const precision = DATE_PRECISIONS.find((name) => name === datePrecision?.trim().toLowerCase());
  if (/^\d{4}-\d{2}$/.test(date)) return { date: `${date}-01`, precision: precision ?? 'month' };
  if (/^\d{4}$/.test(date)) return { date: `${date}-01-01`, precision: precision ?? 'year' };
  return { date, precision: precision ?? 'day' };
}

/** A number as a decimal string, without separators of thousands between groups of three digits. */
function decimalOrNull(stated: string | number | null): string | null {
  const text = textOrNull(stated === null ? null : String(stated));
  if (text === null) return null;
  return /^-?\d{1,3}(?:[, ]\d{3})+(?:\.\d+)?$/.test(text) ? text.replaceAll(/[, ]/g, '') : text;
}

/** Models may write an empty text instead of `null`. */
function textOrNull(value: string | null): string | null {
  return value?.trim() || null;
}
