import { isFunctionWord } from '#domain';
import type { SummaryLanguage } from '#contracts/model';
import { wordsIn, wordSet } from './words.ts';

const STOP_WORDS = wordSet(
  'a an the and or but if then else so because as until while of at by for with about against between into through during before after above below to from up down in out on off over under again further once here there when where why how all any both each few more most other some such no nor not only own same than too very can will just should now',
  'i me my we our you your he him his she her it its they them their what which who whom this that these those am is are was were be been being have has had having do does did doing would could might must shall may',
  "i'm i've i'll i'd you're you've you'll you'd he's she's it's we're we've we'll we'd they're they've they'll that's there's what's here's let's don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't shouldn't haven't hasn't hadn't gonna wanna gotta",
  'yeah yes yep no nope okay ok right well oh um uh hmm hm mhm er ah like know mean think thing things stuff kind sort lot bit really actually basically literally maybe perhaps probably anyway also still even much many one two go going get got getting say said says see look want need let make way back come good great nice fine sure thanks thank please sorry hello hi hey bye guess already yet yesterday something anything everything nothing someone people today day time little quite pretty',
);

/** Whether a lower-case word carries no content of its own. */
export function isStopWord(key: string): boolean {
  return STOP_WORDS.has(key);
}

/**
 * The distinct stems of the words of a text that are not stop words.
 * @param language of the text: in another one than English, words of grammar are left out as well
 */
export function contentWords(
  text: string,
  language: SummaryLanguage | null = 'en',
): readonly string[] {
  const isForeign = language !== null && language !== 'en';
  const found = wordsIn(text).map(({ key }) => key.replace(/'s$/u, ''));
  const carries = (key: string) =>
    key.length > 1 && !STOP_WORDS.has(key) && !(isForeign && isFunctionWord(key, language));
  return [...new Set(found.filter(carries).map(stem))];
}

/** A word without its most common endings, so that "launches" and "launched" have the same stem. */
export function stem(key: string): string {
  if (!/^[a-z]{5,}$/u.test(key)) return key;
  const plain = key.replace(/ies$/u, 'y').replace(/(?:ing|edly|ed|ly|es|s)$/u, '');
  return plain.length >= 3 ? plain.replace(/([bdglmnprt])\1$/u, '$1').replace(/e$/u, '') : key;
}
