import type { Asked } from '../clauses/asked.ts';
import { isStillOpen } from './settled-after.rule.ts';
import { nounPhrase } from '../labels/noun-phrase.ts';

/** "What does the hall charge?" asks for a price, "What did it charge?" for what was paid. */
const ASKS_PRICE =
  /(?<!\p{L})(?:(?:does|do|will|would) (?:\p{L}+ ){1,5}?(?:charge|want|ask|take|quote)|did (?:\p{L}+ ){1,5}?(?:quote|offer|ask|want))(?!\p{L})|(?<!\p{L})(?:nimmt|verlangt|verlangen|demande(?:nt)?|pide[n]?|cobra[n]?)(?!\p{L})/iu;

/** "The deposit, has that come back?" */
const RETURNED =
  /(?<!\p{L})(?:come back|came back|been (?:returned|refunded)|get (?:it|that|them) back|zurückgekommen|zurückbekommen|revenue?|devuelto)(?!\p{L})/iu;

/** "What did we take at the door?" */
const ASKS_INCOME =
  /(?<!\p{L})(?:what|how much) (?:did|have|has|do|does) (?:we|it|they|the \p{L}+) (?:take|taken|make|made|raise|raised|earn|earned|collect|collected|bring in|brought in|get in|owe us)(?!\p{L})|(?<!\p{L})owes? us(?!\p{L})/iu;
/** "How much have we got for lights?" */
const ASKS_BUDGET =
  /(?<!\p{L})(?:how much|what) (?:(?:have|do) we (?:got|have)|is (?:there|left)|can we spend|are we allowed)(?!\p{L})|(?<!\p{L})(?:wie viel|wieviel) (?:haben wir|dürfen wir|ist (?:noch )?(?:da|übrig))(?!\p{L})/iu;

/** What is asked about: "for lights", "at the door". */
function labelIn(question: string): string {
  const purpose = /(?<!\p{L})(?:for|at|from|für|an|von)\s(?:the\s)?([^?]{2,40})/iu.exec(
    question,
  )?.[1];
  return nounPhrase(purpose ?? '');
}

/** Whether a question asks for money that is still to come. */
export function asksForDebt(question: string): boolean {
  return /(?<!\p{L})(?:owes? us|schuldet uns|nous doit|nos debe)(?!\p{L})/iu.test(question);
}

/** The question as one for the price that somebody asks. */
export function askedPrice(question: string, found: Asked | null): Asked | null {
  const asksAmount = ASKS_INCOME.test(question) || ASKS_BUDGET.test(question);
  const asked = found ?? (asksAmount ? { type: null, label: labelIn(question) } : null);
  if (asked === null) return null;
  if (RETURNED.test(question) || ASKS_INCOME.test(question)) return { ...asked, type: 'income' };
  if (isStillOpen(question)) return { ...asked, type: 'invoice' };
  if (ASKS_BUDGET.test(question)) return { ...asked, type: 'budget' };
  return ASKS_PRICE.test(question) ? { ...asked, type: 'quote' } : asked;
}

/** "Was will der Fotograf haben?": who is asked about by what they ask. */
const WHAT_THEY_WANT =
  /^\s*¿?(?:and |so |und |et |y )?(?:(?:what|how much) (?:does|do|will|would|did) (?:the |our |this )?([^?]{2,30}?) (?:want|charge|ask|quote|take)|(?:was|wie viel|wieviel) (?:will|wollen|möchten?|verlangt|verlangen|nimmt|nehmen) (?:der |die |das |unsere? )?([^?]{2,30}?)(?: haben| dafür| von uns)?\s*\?|combien (?:demande|prend|veut)(?:nt)? (?:le |la |les |l['’])?([^?]{2,30}?)\s*\?|cuánto (?:pide|cobra|quiere)n? (?:el |la |los )?([^?]{2,30}?)\s*\?)/iu;

/** A question for what somebody asks for their work; `null` when it is another one. */
export function askedQuote(question: string): Asked | null {
  const [found = '', ...names] = WHAT_THEY_WANT.exec(question) ?? [];
  return found === '' ? null : { type: 'quote', label: nounPhrase(names.filter(Boolean).join('')) };
}

const ONLY_NAMES =
  /^\s*¿?(?:and|what about|how about|und|was ist mit|et|y)\s+((?:the|our|die|der|das|den|le|la|les|el|los|las|l['’])\s?[^?]{2,40})\?\s*$/iu;

/** "And the insurance?": what is said next is about it. */
export function namedIn(question: string): Asked | null {
  const label = nounPhrase(ONLY_NAMES.exec(question)?.[1] ?? '');
  return label === '' ? null : { type: null, label };
}
