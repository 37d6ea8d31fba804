import { cuesIn } from '../types/cues.ts';
import { isCountable } from './countable.ts';
import { type FragmentPlace, standsAsPrice } from './fragment-place.ts';

const LEAST = 20;
/** Less beside a thing is as likely a number of it. */
const LEAST_PRICE = 50;
const YEAR = /^(?:19[5-9]\d|20[0-4]\d)$/;
/** Without a word that says so, what these say is a price, or a number of something. */
const AFTER_WEAK_VERB = new RegExp(
  `(?<!\\p{L})(?:${[
    "(?:they|he|she|it)(?:['’]re|['’]s|['’]ve| are| is| were| was| have| has)? (?:now |still |happy )?(?:at|down to|up to|with|charging|after|says?|said|saying|thinking of)",
    "(?:come|came|gone|went|go|goes|crept|dropped|brought it) (?:back )?(?:down|up|below|under|as low as)(?: to)?|(?:won['’]t|wouldn['’]t|will not) (?:go|do it|come) (?:below|under|for less than)",
    "(?:it|that)(?:['’]s| is| was) the (?:usual|same|agreed)|leaves? us(?: with)?|out of pocket by|stretch(?:ed)? to|confirmed|got|received|left with|chips? in|chipped in|throws? in|threw in|stumps? up|sponsor(?:s|ing|ed) us with|is charging|are charging|charges|capped? (?:\\p{L}+ ){0,4}at|cap (?:\\p{L}+ ){0,4}at|drawn? the line at|advanced|put(?: us)? down for|good for|stands at|stand at|sits at|rising to|signed (?:\\p{L}+ ){0,5}(?:at|for)",
    'liegen bei|liegt bei|sagt|sagen|sind bei|bleiben bei|steht bei',
  ].join('|')})\\s+(?:(?:about|around|only|just|now|another|maybe|rund|etwa) ){0,2}$`,
  'iu',
);
const ANSWER = /^\s*(?:(?:yeah|yes|yep|no|well|um|uh|okay|so|i think|ja|nein|oui|sí),?\s+){0,3}$/iu;

/**
 * Whether a plain number may be money: its sentence speaks of money and it counts nothing that is
 * named. People decide about it; it is never certain.
 */
export function mayBeMoney(place: FragmentPlace, amount: number): boolean {
  const { sentenceBefore, sentenceAfter, stated } = place;
  if (amount < LEAST || YEAR.test(stated.trim()) || isCountable(sentenceBefore, sentenceAfter)) {
    return false;
  }
  if (/\.\d\d$/.test(stated.trim()) && standsAsPrice(place)) return true;
  if (AFTER_WEAK_VERB.test(sentenceBefore)) return true;
  if (place.answers !== 'nothing' && ANSWER.test(sentenceBefore)) return true;
  if (place.isOfThing && amount >= LEAST_PRICE && standsAsPrice(place)) return true;
  return cuesIn(`${sentenceBefore}${stated}${sentenceAfter}`).some(({ kind }) => kind !== 'be');
}
