import type { Fact } from '#contracts/model';
import { cuesIn } from '../types/cues.ts';

/** "The printing", "unsere Bühne": one thing that everybody knows of, not one of several. */
const DEFINITE =
  /(?<!\p{L})(?:the|our|this|that|its|der|die|das|unsere?|diese[rs]?|la|le|les|notre|nos|cette|ce|el|los|las|nuestr[oa]s?)(?!\p{L})|(?<!\p{L})l['’]/iu;
const COSTS =
  /(?<!\p{L})(?:costs|price|kostet|kosten|preis|coûte(?:nt)?|prix|cuestan?|precio)(?!\p{L})/iu;
const DID_COST =
  /(?<!\p{L})(?:cost|was|were|comes? to|came to|kostete|gekostet|war|coûté|coûtait|était|costó|fue)(?!\p{L})/iu;
/** A payment is an event of its own: two of different amounts are two payments. */
const PAYMENT =
  /(?<!\p{L})(?:paid|pay|spent|bought|purchased|transferred|bezahlt|gezahlt|ausgegeben|gekauft|überwiesen|payé\p{L}{0,2}|acheté\p{L}{0,2}|dépensé|versé|réglé|pagamos|pagué|pagado|pagó|compramos|comprado|gastamos)(?!\p{L})/iu;

/**
 * Whether a fact states what one thing costs, by its quote. A quote or an estimate always does; an
 * expense where its sentence speaks of a price and not of a payment. A deposit is only a part of it.
 */
export function statesPrice({
  type,
  quote,
  status,
}: Pick<Fact, 'type' | 'quote'> & Partial<Pick<Fact, 'status'>>): boolean {
  if (status === 'deposit') return false;
  if (type === 'quote' || type === 'estimate') return true;
  if (type !== 'expense' || PAYMENT.test(quote)) return false;
  if (cuesIn(quote).some(({ kind }) => kind === 'invoice')) return false;
  return COSTS.test(quote) || (DEFINITE.test(quote) && DID_COST.test(quote));
}
