import { findDates } from '../../../text/dates.ts';
import type { Clause } from '../clauses.ts';
import type { FoundParts } from '../pattern.ts';
import { isAsPromised } from '../as-promised.ts';
import { isPastVerb, isPastWork } from '../verbs.ts';
import { isNamed, isPrivate } from './work.ts';

/** A known thing: others are reported to have done it because it was spoken of. */
const DEFINITE =
  /^(?:(?:up|out|off|over|down|back|in|on|to|with|for|at) ){0,2}(?:the|our|my|your|his|her|their|this|that|these|those|all|both|every|it|them|\p{Lu})/u;
const SUM =
  /^(?:for |about |around |almost |nearly |over |some |a total of )?(?:[$€£¥]|\d|\p{L}+ (?:hundred|thousand))/iu;

/** Who talks to people has not kept a promise by it, unless it is said so. */
const IS_TALK_TO =
  /^(?:talked|spoke|spoken|chatted|met|listened|(?:rang|called|phoned|texted|messaged|emailed|visited) (?!the |our )\p{L}+(?:$| (?:and|in|on|at|from|about|yesterday|today|this|last|earlier|again|before)(?![\p{L}])))(?![\p{L}])/iu;

/** Who asks, reminds or tells people has not done the work that it is about. */
const IS_TALK =
  /^(?:(?:asked|reminded|begged|warned|told)(?![\p{L}])|(?:asked|reminded|begged|warned|invited|emailed|called|messaged|texted|phoned|answered|explained|mentioned|suggested) (?:(?:for|it|that|this|him|her|them|you|everyone|everybody|about|to) ?)*(?:$|\d|(?:around|in|on|at|last|this|yesterday|today|already|again|twice|once|before|and|but)(?![\p{L}]))|(?:talked|spoke|chatted|met) (?:to|with) \p{L}+$|(?:asked|reminded|begged|warned|told|talked to|talked with|spoke to|spoke with|got|invited) [^,]{1,60}? (?:to|if|whether|why|how|when|what)(?: \p{L}|$))/iu;
/** "I sent it three times" complains. */
const REPEATED =
  /(?<![\p{L}])(?:twice|(?:\p{L}+|\d+|a (?:hundred|thousand|dozen|million)) times|again and again|over and over|all the time|every (?:day|week|month|time|year)|always)(?![\p{L}])/iu;

/**
 * Whether words report that work was done that somebody may have promised. Only a later statement
 * shows whether it was: "I sent the minutes" is one, "I looked this morning", "I called my mother",
 * "we paid 2,400 dollars" and "Apple released a phone" are none.
 */
export function isDone(parts: FoundParts, clause: Clause): boolean {
  const [verb = '', ...others] = parts.what.split(' ');
  const object = others.join(' ');
  const isPromised = isAsPromised(clause.sentence);
  const isAnyWork = isPromised || (/^done$/iu.test(verb) && DEFINITE.test(object));
  if (!(isAnyWork ? isPastVerb(verb) : isPastWork(verb))) return false;
  if (!isNamed(parts, clause) || isPrivate(parts.what)) return false;
  if (IS_TALK.test(parts.what) || REPEATED.test(object)) return false;
  if (IS_TALK_TO.test(parts.what) && !isPromised) return false;
  if (verb.toLowerCase() === 'picked' && !isPickedUp(object, clause)) return false;
  if (object === '' || SUM.test(object) || startsWithDate(object, clause)) return false;
  return /^(?:i|we)$/iu.test(parts.who) || DEFINITE.test(object);
}

/** "Picked up the keys", but neither "picked the blue one" nor "picked up bad habits". */
function isPickedUp(object: string, { text }: Clause): boolean {
  const isUp = /(?<![\p{L}])up(?![\p{L}])/iu;
  return isUp.test(text) && (!isUp.test(object) || DEFINITE.test(object));
}

function startsWithDate(object: string, { source }: Clause): boolean {
  const [date] = findDates(object, source.date);
  return date !== undefined && /^(?:on |in |at |by |the )?$/iu.test(object.slice(0, date.start));
}
