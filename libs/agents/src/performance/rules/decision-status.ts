import type { FactDraft } from '#contracts/model';
import { isAgainst } from './against.ts';
import type { Clause } from './clauses.ts';

const INSTEAD =
  /(?<![\p{L}])(?:instead(?! of)|rather(?! than)|stattdessen|plutôt|en su lugar)(?![\p{L}])/iu;
/** "Instead of the garden we decided …". */
const INSTEAD_OF =
  /^\W*(?:(?:and|so|but|okay|right|well|und|et|y),? )*(?:instead of|rather than|on second thoughts?|on reflection|(?:an)?statt|anstelle|au lieu d|plutôt que|en vez de|en lugar de)(?![\p{L}])/iu;
/** "We've changed our minds", before what was decided. */
const CHANGED_MIND =
  /(?<![\p{L}])(?:changed (?:our|my|their) minds?|(?:forget|scrap|scratch|drop|never mind) (?:what (?:i|we) (?:said|decided|agreed)|the (?:old|first|other) (?:plan|idea))|change of plan|umentschieden|anders überlegt|changé d['’]avis|cambiado de (?:idea|opinión))(?![\p{L}])/iu;
/** A clause of its own before it: "actually, we decided". */
const CORRECTING =
  /^(?:oh,? |no,? |well,? )?(?:actually|no|sorry|wait|in fact|on second thoughts?)[,.]?$/iu;

/** "Actually we decided to take the blue ones instead" replaces an earlier decision. */
export function decisionStatus(
  { quote, previous }: Clause,
  { label, corrects, status }: FactDraft,
): string | null {
  if (status !== null) return status;
  if (isAgainst(label)) return 'against';
  const isMore = /(?<![\p{L}])(?:also|too|as well|in addition)(?![\p{L}])/iu.test(quote);
  const isInstead =
    corrects ||
    INSTEAD.test(quote) ||
    INSTEAD_OF.test(quote) ||
    CORRECTING.test(previous) ||
    CHANGED_MIND.test(previous);
  return isInstead && !isMore ? 'instead' : null;
}

/** What was decided on, as in "decided to move the launch". */
export function workIn(text: string): string {
  return /(?:decided|agreed) to (.+)$/iu.exec(text)?.[1] ?? '';
}
