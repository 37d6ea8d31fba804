import type { Place } from '../clauses/clauses.ts';
import { nounPhrase } from './noun-phrase.ts';

/** Words that begin a clause and name nothing. */
const FILLERS =
  /^\s*(?:(?:[-*•–]|\d+[.)])\s+)?(?:(?:(?:i|we) (?:think|guess|believe|suppose|reckon)|(?:i|we)['’]d (?:say|guess)|maybe|suppose|imagine|apparently|honestly|basically|good|great|fine|perfect|thanks|quick update|update|ya|gut|bien|vale|anyway|besides|meanwhile|jedenfalls|übrigens|bref|(?:according to|as per) (?:the |our |my )?\p{L}+(?: \p{L}+)?(?=,)|hm+|um+|uh+|erm|äh+m?|euh|nee|warte|wait|let me see|by the way|right now|yesterday|today|gestern|heute|hier|ayer|perhaps|probably|ich glaube,?|je crois qu[e'’]|creo que|according|so|and|but|then|okay|ok|well|now|yes|yeah|yep|no|nope|sorry|actually|also|oh|um|uh|hey|listen|look|right|correction|by the way|btw|und|aber|also|ja|nein|et|mais|alors|oui|non|y|pero|sí|bueno)(?!\p{L})[,:;.]?\s*)*/iu;

/** The text of the same length without the words that begin it and name nothing. */
export function withoutFillers(text: string): string {
  return text.replace(FILLERS, (found) => ' '.repeat(found.length));
}

/** Phrases whose nouns name nothing. */
const PHRASES =
  /(?<!\p{L})(?:by the way|(?:excluding|including|incl\.?|excl\.?|plus|before|after|without|with|ex) (?:vat|tax|taxes|gst|delivery|shipping|postage)|on (?:site|board|average|paper|the side|my desk)|per diem|(?:inklusive|inkl\.?|exklusive|exkl\.?|zzgl\.?|zuzüglich|plus|ohne|mit) (?:mwst\.?|mehrwertsteuer|umsatzsteuer|aufbau|lieferung|versand|montage)|hors taxes?|toutes taxes comprises|ttc|tout compris|todo incluido|alles (?:inklusive|inbegriffen)|livraison comprise|iva (?:incluido|aparte)|sin iva|con iva|good news|bad news|n['’]\p{L}{1,6} (?:pas|toujours pas)(?: encore)?|(?:in|at|by) the end|in total|at the moment|off the table|on top|at least|at most|to be honest|right now|all in(?: all)?|for (?:now|sure|good|example|free|once|instance)|so far|on (?:the|our) account|in cash|by card|in advance|you know(?: what)?|let me see|i mean|(?:i|we)['’]d (?:say|guess|think|reckon)|(?:i|we) (?:think|guess|believe|suppose|reckon)|no idea|more or less|am ende|im voraus|zum beispiel|en tout|d['’]avance|por adelantado|al final|en total|no,? wait|(?:scratch|scrap|strike|forget) (?:that|it|what (?:i|we) (?:just )?said)|never mind)(?!\p{L})/giu;

/** A clause of the same length without phrases that name nothing. */
export function withoutPhrases(clause: string): string {
  return clause.replace(PHRASES, (found) => ' '.repeat(found.length));
}

/** Dates name nothing, unless a noun follows them: "the Christmas party". */
export function withoutDates(clause: string, dates: readonly Place[]): string {
  return dates
    .filter(({ start, end }) => start >= 0 && end <= clause.length)
    .filter(
      ({ start, end }) =>
        DATE_WORD.test(clause.slice(0, start)) || nounPhrase(clause.slice(end)) === '',
    )
    .reduce(
      (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
      clause,
    );
}

const DATE_WORD =
  /(?<!\p{L})(?:in|on|by|until|till|before|since|from|im|am|bis|vor|seit|en|le|el|avant|depuis|antes de|desde|for|over|für|über|pendant|durant|durante|pour|por)\s+(?:the |early |late |mid |end of |next |last )?$/iu;
