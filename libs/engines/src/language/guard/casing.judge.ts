import { isCommonWord } from '../builtin/text/english-words.ts';
import { ALSO_NAMES, FUNCTION_WORDS } from './function-words.ts';

/** A word in both texts, in other letters. */
export interface CasedWord {
  /** In lower case. */
  readonly key: string;
  readonly heard: string;
  readonly now: string;
  /** Whether a sentence starts with it in the engine's answer, and in the text as it will be. */
  readonly opensInAnswer: boolean;
  readonly opens: boolean;
  /** Whether the text as heard has capitals only. */
  readonly allCapitals: boolean;
}

/** `unneeded` is a capital of a sentence that does not start there after all. */
export type CasingVerdict = 'taken' | 'refused' | 'unneeded';

/**
 * Judges a change of capitals. A word may get the capital of a name or a sentence. It loses one only
 * if it is a word of grammar, because "Rose" and "rose" are two words.
 */
export function judgeCasing(word: CasedWord): CasingVerdict {
  const { key, heard, now } = word;
  if (heard.toLowerCase() !== now.toLowerCase()) return 'taken';
  if (word.allCapitals || key === 'i' || key.startsWith("i'")) return 'taken';
  if (isTitle(now) && heard === heard.toLowerCase()) {
    return word.opensInAnswer && !word.opens ? 'unneeded' : 'taken';
  }
  if (now === now.toLowerCase() && isTitle(heard)) return losesCapital(word);
  const isOrdinary = FUNCTION_WORDS.has(key) || isCommonWord(key);
  return isOrdinary || heard === heard.toUpperCase() ? 'refused' : 'taken';
}

function losesCapital({ key, opens }: CasedWord): CasingVerdict {
  if (!FUNCTION_WORDS.has(key) || ALSO_NAMES.has(key)) return 'refused';
  return opens ? 'unneeded' : 'taken';
}

function isTitle(text: string): boolean {
  return /^\p{Lu}/u.test(text) && text.slice(1) === text.slice(1).toLowerCase();
}
