import type { DecisionRules } from '../item-rules.ts';
import { contentWords } from '../../../text/content-words.ts';
import { isWholeSentence } from '../../../text/whole-sentences.ts';
import {
  ANNOUNCES,
  ASKS_OPINION,
  CHOSEN,
  CLAUSE_START,
  DECIDE_LATER,
  DECIDED,
  HABIT,
  LETS,
  LETS_DO,
  LETS_SAY,
  LIGHT,
  LONG_AGO,
  OPEN,
  PROPOSED,
  SUMS_UP,
  TAKEN_BACK,
  VAGUE,
  WE_AGREE,
  WE_DO,
  WE_WILL,
} from './decision-patterns.ts';
import { isProcedure } from './procedure.ts';
import { whenOf } from './when.ts';

/** A decision of fewer content words cannot be understood without what was said before. */
const FEWEST_WORDS = 2;
const CONDITION = /\b(?:if|unless|until|once|whether|suppose|imagine|in case|said|says|wonder)\b/iu;

/** How decisions are stated in English. */
export const ENGLISH_DECISIONS: DecisionRules = {
  isWhole: isWholeSentence,
  isOfAnotherTime: (plain) => DECIDE_LATER.test(plain) || LONG_AGO.test(plain),
  announces: (plain) => ANNOUNCES.test(plain),
  isStated,
  isChoice: (plain) => settles(plain, LETS) || choosesTime(plain),
  isLightChoice: (plain) => LIGHT.test(LETS.exec(plain)?.groups?.['proposal'] ?? ''),
  isAgreedChoice: (plain) => [WE_WILL, LETS_DO].some((pattern) => settles(plain, pattern)),
  sumsUp,
  isProposal,
};

function isStated(plain: string): boolean {
  const states = DECIDED.some((pattern) => isDecided(plain, pattern)) && !isAboutProcedure(plain);
  return states || settles(plain, CHOSEN);
}

/** "Then we refund all of them." */
function sumsUp(said: string, plain: string): boolean {
  if (!SUMS_UP.test(said) || HABIT.test(plain)) return false;
  return settles(plain, WE_DO) || isDecided(plain, WE_AGREE);
}

/** "Let's say Friday": what is said is a time and nothing else. */
function choosesTime(plain: string): boolean {
  const time = LETS_SAY.exec(plain)?.groups?.['proposal'];
  if (time === undefined || !isFirm(plain, LETS_SAY)) return false;
  const when = whenOf(time);
  return when !== null && time.replace(when, '').replaceAll(/[\s,.!]|\bthen\b/giu, '') === '';
}

function isFirm(text: string, pattern: RegExp): boolean {
  const found = pattern.exec(text);
  if (found === null) return false;
  const [before, after] = [text.slice(0, found.index), text.slice(found.index)];
  return (
    !isLeftOpen(before) && !TAKEN_BACK.test(after) && !/\bto (?:disagree|differ)\b/iu.test(text)
  );
}

/**
 * Whether the words before a statement leave it open. Where it begins a new clause ("I think that's better, so
 * we've decided"), only a condition does.
 */
function isLeftOpen(before: string): boolean {
  if (/[,;:–—]\s*(?:and )?(?:so|then) $/iu.test(before)) return CONDITION.test(before);
  return OPEN.test(before);
}

/** Whether a sentence says that something is decided, and what. */
function isDecided(text: string, pattern: RegExp): boolean {
  const found = pattern.exec(text);
  if (found === null || !isFirm(text, pattern)) return false;
  if (!CLAUSE_START.test(text.slice(Math.max(0, found.index - 20), found.index))) return false;
  const what = found.groups?.['proposal'];
  return what === undefined || contentWords(what).length >= FEWEST_WORDS;
}

/** Whether a sentence settles something that lasts, and says what. */
function settles(plain: string, pattern: RegExp): boolean {
  return isFirm(plain, pattern) && isOfSubstance(pattern.exec(plain)?.groups?.['proposal'] ?? '');
}

function isProposal(plain: string): boolean {
  const leavesChoice = plain.endsWith('?') && /\bor\b/iu.test(plain);
  const found = PROPOSED.exec(plain);
  if (found === null || leavesChoice || ASKS_OPINION.test(plain.slice(0, found.index)))
    return false;
  return isOfSubstance(found.groups?.['proposal'] ?? '');
}

function isOfSubstance(proposal: string): boolean {
  const said = proposal.trim();
  return !VAGUE.test(said) && !isProcedure(said) && contentWords(said).length > 0;
}

function isAboutProcedure(plain: string): boolean {
  return /\b(?:talk|discuss|speak|read|look at|go (?:through|over|first|next)|start|begin|present|meeting|minutes|digits)\b/iu.test(
    plain.split(/\b(?:decided|agreed|settled|resolved|voted|decision)\b/iu)[1]?.slice(0, 60) ?? '',
  );
}
