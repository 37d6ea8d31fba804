import type { DecisionRules } from '../item-rules.ts';
import { contentWords } from '../../../text/content-words.ts';
import { compile, compileWords, matchOf } from './compile.ts';
import type { LanguageWords } from './language-words.ts';
import { plainWords } from './plain-words.ts';

/** A decision of fewer content words cannot be understood without what was said before. */
const FEWEST_WORDS = 2;
const SHORTEST_SENTENCE_WORDS = 4;
/** What a sentence ends with that was broken off. */
const BROKEN_OFF = /(?:[-–—,;:…]|\.\.\.)["'”’»)\]]*[.!?]?$/u;

/** The rules for decisions of a language that is described by its words. */
export function decisionsOf({ language, decisions }: LanguageWords): DecisionRules {
  const stated = compile(decisions.stated);
  const proposed = compile(decisions.proposed);
  const settled = compile(decisions.settled);
  const announces = new RegExp(`^ (?:${decisions.announces}) $`, 'u');
  const sumsUp = new RegExp(`^ (?:${decisions.sumsUp}) `, 'u');
  const [open, openAfter, otherTime, procedure] = [
    compileWords(decisions.open),
    compileWords(decisions.openAfter),
    compileWords(decisions.otherTime),
    compileWords(decisions.procedure),
  ];
  /** Whether a pattern says that something of substance is so, and nothing around it leaves that open. */
  const says = (patterns: readonly RegExp[], sentence: string): boolean => {
    const words = plainWords(sentence);
    const found = matchOf(patterns, words);
    if (found === null) return false;
    // "Et si on …" proposes, though "si" before "nous avons décidé" supposes.
    const end = found.index + (patterns === proposed ? 1 : found[0].length);
    if (open.test(words.slice(0, end))) return false;
    const after = words.slice(found.index + found[0].length - 1);
    if (openAfter.test(after) || procedure.test(words)) return false;
    return contentWords(words, language).length >= FEWEST_WORDS;
  };
  return {
    isWhole: (sentence) =>
      plainWords(sentence).trim().split(' ').length >= SHORTEST_SENTENCE_WORDS &&
      !BROKEN_OFF.test(sentence),
    isOfAnotherTime: (sentence) => otherTime.test(plainWords(sentence)),
    announces: (sentence) => announces.test(plainWords(sentence)),
    isStated: (sentence) => says(stated, sentence),
    // What one speaker settles alone is no decision of these languages yet.
    isChoice: () => false,
    isLightChoice: () => false,
    isAgreedChoice: (sentence) => says(settled, sentence),
    sumsUp: (said, sentence) => sumsUp.test(plainWords(said)) && says(settled, sentence),
    isProposal: (sentence) => says(proposed, sentence),
  };
}
