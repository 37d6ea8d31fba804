/** "200 of it", "davon 200", "dont 200": a part of an amount that was named before. */
const OF_IT_AFTER =
  /^\s*(?:of (?:it|that|this|them|which|those)|davon|en|de (?:ello|eso|los cuales|las cuales))(?!\p{L})/iu;
const OF_IT_BEFORE =
  /(?<!\p{L})(?:of (?:it|that|which|those)|davon|dont|de (?:ello|los cuales|las cuales))\s(?:\p{L}+\s){0,3}[€$£]?$/iu;
/** "200 of the 500 euros": the second amount is the whole. */
const PART_OF_BEFORE =
  /\d\S{0,4}(?:\s(?:euros?|dollars|pounds|francs|eur|usd))?\s(?:of|out of|von|sur|de)\s(?:the|those|these|our|den|les|los)\s[€$£]?$/iu;
const PAID =
  /(?<!\p{L})(?:paid|pay|settled|transferred|wired|sent|bezahlt|gezahlt|überwiesen|angezahlt|payée?s?|réglée?s?|versée?s?|pagad[oa]s?|pagamos|pagué)(?!\p{L})/iu;
/** "Half of it is paid": not all. */
const PARTLY =
  /(?<!\p{L})(?:half|part|some|most|a (?:third|quarter)|two thirds|\d{1,2} ?(?:%|percent)|the first (?:half|part|instal?lment)|partly|partially|(?:die )?hälfte|einen teil|teilweise|la moitié|une partie|en partie|la mitad|una parte|en parte)(?!\p{L})/iu;

/** "Of the 900 euros we have paid" */
const PAID_OF_WHOLE =
  /^\s*(?:(?:out )?of|von|sur|de) (?:the|those|our|den|les|los) [€$£]?\d[^.;!?]{0,80}(?:paid|transferred|wired|sent|bezahlt|überwiesen|payé|versé|viré|pagado|pagamos)\s(?:about |only |just |nur )?[€$£]?$/iu;

/** Whether an amount is what was paid of the one with which its sentence begins. */
export function isPaidOfWhole(before: string): boolean {
  return PAID_OF_WHOLE.test(before);
}

/** Whether an amount is what was paid of another one, by the text around it. */
export function isPaidPart(before: string, after: string): boolean {
  if (isPaidOfWhole(before)) return true;
  const isPart =
    OF_IT_AFTER.test(after) || OF_IT_BEFORE.test(before.slice(-60)) || IS_OF.test(after);
  return isPart && PAID.test(`${before.slice(-60)}${after.slice(0, 60)}`);
}

const IS_OF = /^\s*(?:of|out of|von|sur|de)\s(?:the|those|these|our|den|les|los)\s[€$£]?\d/iu;

/** "Of the 900 euros we have paid 300" */
const WHOLE_FIRST = /^\s*(?:(?:out )?of|von|sur|de) (?:the|those|our|den|les|los) [€$£]?$/iu;

/** What an amount is of which another one is a part: "200 of the 500 euros". */
export function wholeOfPart(before: string, after: string): 'paidInPart' | 'other' | null {
  if (WHOLE_FIRST.test(before)) return PAID.test(after) ? 'paidInPart' : 'other';
  if (!PART_OF_BEFORE.test(before.slice(-40))) return null;
  return PAID.test(before.slice(-80)) ? 'paidInPart' : 'other';
}

/** Whether a sentence says that something was paid in part. */
export function isPaidInPart(sentence: string): boolean {
  if (!PAID.test(sentence)) return false;
  return PARTLY.test(sentence) || OF_IT.test(sentence);
}

const OF_IT =
  /\d\S{0,4}\s(?:of|out of|von|sur|de)\s(?:the|those|these|our|den|les|los)\s[€$£]?\d|^\s*(?:of|von|sur|de) (?:the|those|our|den|les|los) [€$£]?\d|\d[^.;!?]{0,12}\sof (?:it|that|them|which|those)(?!\p{L})|(?<!\p{L})(?:of which|davon|dont|de (?:ello|los cuales|las cuales))(?!\p{L})[^.;!?]{0,30}\d/iu;
