import type { Asked } from '../context.rule.ts';
import { nounPhrase } from '../noun-phrase.ts';

/** "What does the hall charge?" asks for a price, "What did it charge?" for what was paid. */
const ASKS_PRICE =
  /(?<!\p{L})(?:(?:does|do|will|would) (?:\p{L}+ ){1,5}?(?:charge|want|ask|take|quote)|did (?:\p{L}+ ){1,5}?(?:quote|offer|ask|want))(?!\p{L})|(?<!\p{L})(?:nimmt|verlangt|verlangen|demande(?:nt)?|pide[n]?|cobra[n]?)(?!\p{L})/iu;

/** "The deposit, has that come back?" */
const RETURNED =
  /(?<!\p{L})(?:come back|came back|been (?:returned|refunded)|get (?:it|that|them) back|zurückgekommen|zurückbekommen|revenue?|devuelto)(?!\p{L})/iu;

/** The question as one for the price that somebody asks. */
export function askedPrice(question: string, asked: Asked | null): Asked | null {
  if (asked === null) return null;
  if (RETURNED.test(question)) return { ...asked, type: 'income' };
  return ASKS_PRICE.test(question) ? { ...asked, type: 'quote' } : asked;
}

const ONLY_NAMES =
  /^\s*¿?(?:and|what about|how about|und|was ist mit|et|y)\s+((?:the|our|die|der|das|den|le|la|les|el|los|las|l['’])\s?[^?]{2,40})\?\s*$/iu;

/** "And the insurance?": what is said next is about it. */
export function namedIn(question: string): Asked | null {
  const label = nounPhrase(ONLY_NAMES.exec(question)?.[1] ?? '');
  return label === '' ? null : { type: null, label };
}
