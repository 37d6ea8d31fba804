import type { TextSpan } from '../../../text/sentences.ts';

/** A place in a text. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where a clause may end; a comma only before a space, because of "1,000". */
const BORDER =
  /[,;:–—](?=\s)|\s-\s|(?<!\p{L})(?:and|but|so(?! (?:far|long|much|many|viel|weit)(?!\p{L}))|because|while|whereas|then|plus|und|aber|sondern|et|mais|y|pero)(?!\p{L})/giu;

/** What follows a border when a clause of its own begins. */
const SUBJECT =
  /^\s*(?:then\s|also\s|now\s)?(?:i|we|he|she|it|they|you|there|that|this|its|thats|half|(?:the )?(?:rest|other half|remainder)|ich|wir|er|sie|es|das|je|j['’]|nous|on|il|elle|ils|yo|nosotros|ellos)(?!\p{L})/iu;

/**
 * Cuts a sentence into clauses. A clause ends where the next one has a subject of its own, or after
 * an amount, so that each amount is with the words that tell what it is.
 * @param amounts of the sentence, with positions in it
 */
export function clausesOf(sentence: string, amounts: readonly Place[]): readonly TextSpan[] {
  const clauses: TextSpan[] = [];
  let start = 0;
  for (const border of sentence.matchAll(BORDER)) {
    const end = border.index + border[0].length;
    if (amounts.some((amount) => amount.start < end && border.index < amount.end)) continue;
    const hasAmount = amounts.some((amount) => start <= amount.start && amount.end <= border.index);
    const isApart = border[0] === ';' || beginsClause(sentence.slice(end, end + 40));
    if (!hasAmount && !isApart) continue;
    if (hasAmount && isOnlyRest(sentence, end, amounts)) continue;
    clauses.push({ text: sentence.slice(start, border.index), start, end: border.index });
    start = end;
  }
  clauses.push({ text: sentence.slice(start), start, end: sentence.length });
  return clauses.filter(({ text }) => text.trim() !== '');
}

function beginsClause(text: string): boolean {
  return SUBJECT.test(text) || STILL.test(text);
}

/** What is still to be paid: "y queda por pagar", "offen ist noch". */
const STILL =
  /^\s*(?:y |et |und )?(?:queda|quedan|falta|faltan|il reste|reste|restent|offen (?:ist|sind|bleibt)|es bleib(?:t|en)|still (?:to|open|owed|outstanding)|outstanding|left to pay|what['’]s left)(?!\p{L})/iu;

/** Without another amount, what follows explains the one before, unless it has a subject. */
function isOnlyRest(sentence: string, end: number, amounts: readonly Place[]): boolean {
  return !amounts.some(({ start }) => start >= end) && !SUBJECT.test(sentence.slice(end, end + 40));
}
