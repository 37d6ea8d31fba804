import { wordsIn, wordSet } from '../builtin/text/words.ts';
import type { EvidenceText } from './evidence-text.ts';
import { bareKey } from './names.ts';

/** Lines before and after those of an action item in which a person may be addressed, or answer. */
const NEAR = 2;
/** Words between the names of several people. */
const BETWEEN = wordSet('and or the und oder et ou y e en of with mit avec con com met');

/**
 * Whether somebody to whom something is given is one of those near: the speaker of a line, or a name that
 * is said there. Several people are named by a list. A role, such as "the designer", has to be said.
 */
export function isPersonSaid(
  who: string,
  lines: readonly number[],
  evidence: EvidenceText,
): boolean {
  const keys = wordsIn(who).map(({ key }) => bareKey(key));
  const near = lines.flatMap((at) =>
    Array.from({ length: 2 * NEAR + 1 }, (_, n) => evidence.words[at - NEAR + n]?.keys ?? []),
  );
  return keys.every(
    (key) => BETWEEN.has(key) || near.some((words) => words.includes(key)) || isOfFullName(key),
  );

  /** "Ada Lovelace", where only "Ada" is said near, and she is called so elsewhere. */
  function isOfFullName(key: string): boolean {
    const isPartNear = keys.some((part) => near.some((words) => words.includes(part)));
    return keys.length > 1 && isPartNear && evidence.linesWithKey(key).length > 0;
  }
}
