import { wordSet } from './words.ts';

/** Before a name or a number: no sentence ends here. */
const TITLES = wordSet(
  'mr mrs ms dr prof st gen col sgt capt lt rev hon gov sen rep mt ft fig vol no nr p pp vs e.g i.e eg ie approx ca cf',
);
/** Within a sentence or at its end, in any case. */
const ANYWHERE = wordSet(
  `etc a.m p.m am pm inc ltd jr sr dept depts est al ph.d b.a m.a m.d corp bros ave blvd rd sq univ assn gmbh govt natl
  intl mfg mgmt asst bldg acct attn misc incl excl appt addr qty amt tbsp tsp lb lbs oz hr hrs yr yrs esp viz ibid contd
  jan feb apr jun jul aug sept oct nov dec tue tues thu thur thurs fri`,
);
/** Only in lower case: with a capital they are names or begin a sentence. */
const IN_LOWER_CASE = new Set(
  'avg max min mins temp sec secs ed eds ext tel ch chap cont ref refs div dist resp orig std mo mos wk wks'.split(
    ' ',
  ),
);
/** Only with a capital: the words in lower case are others. */
const WITH_CAPITAL = new Set('Mar Sep Mon Wed Sat Sun Co'.split(' '));
/** Letters with full stops between them, such as U.S, D.C and Ph.D; or one letter, such as an initial. */
const DOTTED = /^(?:\p{L}{1,3}\.)+\p{L}{1,2}$|^\p{Lu}$/u;
/** Words that begin a sentence when they have a capital. */
const OPENERS = wordSet(
  'the a an this that these those it he she we they you i there then now so but and or if when while after before because however also in on at for from with what who why how where our your his her their my its no not yes please thanks maybe',
);

/** Whether a text ends with an abbreviation, without its last full stop. */
export function endsWithAbbreviation(text: string): boolean {
  const word = lastWord(text);
  const key = word.toLowerCase();
  const isKnown = TITLES.has(key) || ANYWHERE.has(key);
  return isKnown || WITH_CAPITAL.has(word) || IN_LOWER_CASE.has(word) || DOTTED.test(word);
}

/**
 * Whether the full stop of an abbreviation also ends its sentence. Only what follows can say it: a word
 * with a capital that is no name.
 * @param before the text up to the full stop
 * @param after the text after it
 */
export function abbreviationEnds(before: string, after: string): boolean {
  const word = /^["'”’)\]]*\s+["'“‘(]*([\p{L}\p{N}'’]+)/u.exec(after.slice(0, 80))?.[1];
  if (word === undefined) return after.trim() === '';
  if (TITLES.has(lastWord(before).toLowerCase()) || !/^\p{Lu}/u.test(word)) return false;
  return OPENERS.has(word.toLowerCase());
}

function lastWord(text: string): string {
  return /[\p{L}.]*$/u.exec(text.slice(-16))?.[0].replace(/^\.+/u, '') ?? '';
}
