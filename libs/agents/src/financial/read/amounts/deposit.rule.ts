import type { FactDraft } from '#contracts/model';
import type { Place } from '../clauses/clauses.ts';
import { isPaidPart } from './part-payment.rule.ts';
import { statesPrice } from './price.rule.ts';
import type { SentenceSource } from '../statement.ts';

const WORDS =
  'deposits?|down payments?|advances?|prepayments?|anzahlung(?:en)?|vorauszahlung(?:en)?|vorkasse|acomptes?|arrhes|avances?|anticipos?|depósitos?|señal|entrada a cuenta';
const DEPOSIT = new RegExp(
  `(?<!\\p{L})(?:${WORDS}|up ?front|in advance|angezahlt|anbezahlt|d['’]avance|im voraus|por adelantado)(?!\\p{L})`,
  'iu',
);
const ONLY_DEPOSIT = new RegExp(`^(?:\\p{L}{1,12} )?(?:${WORDS})$`, 'iu');
/** Directly after the amount: "500 euros deposit". */
const CALLED_AFTER = new RegExp(
  `^\\s*(?:als |as (?:a |the )?|de |of )?(?:${WORDS})(?!\\p{L})`,
  'iu',
);

/** Where an amount stands in its clause. */
export interface DepositPlace {
  readonly clause: string;
  readonly amount: Place;
  /** Whether its clause has no other amount. */
  readonly isOnly: boolean;
}

/** Whether an amount is called a deposit: a part of a price that is paid ahead. */
export function isDeposit({ clause, amount, isOnly }: DepositPlace): boolean {
  if (isOnly) return DEPOSIT.test(clause);
  return (
    CALLED_AFTER.test(clause.slice(amount.end)) || CALLED_BEFORE.test(clause.slice(0, amount.start))
  );
}

const CALLED_BEFORE = new RegExp(
  `(?<!\\p{L})(?:${WORDS})(?: (?:of|is|was|von|über|de|est de|es de))?(?: (?:about|around|rund|etwa))?\\s*$`,
  'iu',
);

/** What an expense is: a deposit, the price of something, or simply paid. */
export function expenseStatus(place: DepositPlace): 'deposit' | 'price' | null {
  const { clause, amount } = place;
  if (isDeposit(place)) return 'deposit';
  if (isPaidPart(clause.slice(0, amount.start), clause.slice(amount.end))) return 'deposit';
  const isStated = statesPrice({ type: 'expense', quote: place.clause });
  return isStated || IS.test(place.clause.slice(0, place.amount.start)) ? 'price' : null;
}

/** "The tent is 900 euros" */
const IS =
  /^\s*(?:and |but )?(?:the|our|der|die|das|unsere?|la|les?|notre|el|los|las|nuestr[oa])\s[^,;]{1,40}\s(?:is|are|ist|sind|est|sont|es|son)(?:\s(?:de|about|around|rund|etwa))?\s*$/iu;

/** How far back the price of a deposit may have been stated. */
const LINES_BACK = 2;

/** The price or order that was stated just before, of which a deposit that names nothing may be. */
export function priceBefore({ context, index }: Pick<SentenceSource, 'context' | 'index'>) {
  const isPrice = ({ status, type }: FactDraft) =>
    status === 'price' || type === 'commitment' || type === 'quote' || type === 'invoice';
  return (
    context.recent.findLast((fact) => index - fact.line <= LINES_BACK && isPrice(fact)) ?? null
  );
}

/** Whether a deposit is only by its place of what was talked of before: it is held then. */
export function isDepositByPlace(fact: FactDraft, source: SentenceSource): boolean {
  if (fact.status !== 'deposit') return false;
  const price = priceBefore(source);
  return price !== null && price.label !== '' && fact.label.startsWith(`${price.label} `);
}

/** A deposit that names nothing is of what was just talked of: `tent deposit`, not `deposit`. */
export function depositLabel(label: string, of: FactDraft | null): string {
  if (of === null || of.label === '' || !ONLY_DEPOSIT.test(label)) return label;
  return ONLY_DEPOSIT.test(of.label) ? label : `${of.label} ${label}`;
}
