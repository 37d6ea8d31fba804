import type { Clause } from '../clauses.ts';
import { isName } from '../names.ts';
import type { FoundParts } from '../pattern.ts';
import { isPastWork, workVerb } from '../verbs.ts';

/** Verbs that promise nothing: "I'll be late", "I'll see". */
const IDLE =
  /^(?:be|see|have|say|admit|bet|miss|need|want|like|love|guess|think|know|remember|die|never|wait|go|come|leave|stay|feel|get (?:there|back|home|used)|grab|eat|sleep|live|stop|assume|pass|spare|skip|tell you|give you an? (?:example|idea|hint|minute|second|moment|hand)|put it|let you|win|try|hope|believe|agree|end up|keep|always|not|no|only|look like|suggest|happen|cost|become|seem|imagine|enjoy|regret|understand|find out)(?![\p{L}])/iu;
/** What people do in the meeting itself, and say so: "let me share my screen". */
const IN_MEETING =
  /^(?:quickly |just |briefly )?(?:(?:close|open|shut) the (?:door|window|curtains?)|pass (?:me )?the|share (?:my|the|a|this) (?:screen|window|tab|desktop)|(?:start|begin|open|continue|kick off|go on|carry on|finish|end|close)(?: (?:off|up))?(?: with| by| from|$| now| here| (?:the|this) (?:meeting|call|session))|show|pull up|scroll|mute|unmute|zoom|repeat|read (?:out|it|this|that)|explain|walk you|talk you|take you|go (?:through|over|back)|run (?:you |us )?through|switch (?:to|my|the|on|off)|turn (?:on|off|my)|jump|move on|hand over to|pass (?:it |this |the word )|answer (?:that|this|your)|ask (?:a|one|you)|do (?:me|us|him|her) a|(?:give|lend) (?:me|us) a (?:hand|minute|second)|add (?:one|something|that|to)|present (?:my|the|this|it)?(?: slides?)?$|start$|check (?:my|the) (?:microphone|mic|camera|audio|sound))(?![\p{L}])/iu;
/** "Ask her" says nothing without what was said before. */
const OF_PRONOUN = /^\p{L}+ (?:it|him|her|them|that|this|you|so)$/iu;
const READY = /^have .{1,60} (?:ready|done|finished|fixed|for you)(?![\p{L}])/iu;
const BE_DOING = /^be (\p{L}+ing)(?![\p{L}])/iu;

/** What is part of somebody's private life. */
const PRIVATE =
  /(?<![\p{L}])(?:lunch|dinner|breakfast|coffee|drinks?|holidays?|(?:my|his|her|our) (?:mother|father|mom|mum|dad|parents?|brother|sister|wife|husband|partner|girlfriend|boyfriend|son|daughter|kids?|children|family|birthday|wedding|friends?|dog|cat|neighbou?r|doctor|dentist|car|house|flat|bike|hair|kitchen|bathroom|bedroom|living room|garden|lawn|room|nails|taxes))(?![\p{L}])/iu;

const firstWord = (text: string) => /^[\p{L}-]+/u.exec(text)?.[0] ?? '';

/** Whether work is that of the meeting itself: "close the door", "share my screen". */
export function isMeetingWork(what: string): boolean {
  return IN_MEETING.test(what);
}

/** Whether words are about somebody's private life. */
export function isPrivate(words: string): boolean {
  return PRIVATE.test(words);
}

/** What the speaker promises may be any work but that of the meeting itself. */
export function isWork({ what }: FoundParts, { dates }: Clause): boolean {
  if (dates.length === 0 && (OF_PRONOUN.test(what) || IN_MEETING.test(what))) return false;
  if (isPrivate(what)) return false;
  const doing = BE_DOING.exec(what);
  if (doing) return workVerb(doing[1] ?? '') !== null;
  return READY.test(what) || !IDLE.test(what);
}

/** Of others, verbs of work only, because "sales will grow" promises nothing. */
export function isWorkOfName(parts: FoundParts, clause: Clause): boolean {
  return isName(parts.who, clause.text) && isKnownWork(parts, clause);
}

/** A verb of work, and not that of the meeting itself. */
export function isKnownWork({ what }: FoundParts, { dates }: Clause): boolean {
  if (isPrivate(what) || (dates.length === 0 && IN_MEETING.test(what))) return false;
  if (IDLE.test(what)) return READY.test(what);
  return READY.test(what) || workVerb(firstWord(what)) !== null;
}

/** "I call the bank tomorrow", but not "I called the bank". */
export function isPresentWork({ what }: FoundParts): boolean {
  const verb = firstWord(what);
  return workVerb(verb) === verb && !isPastWork(verb);
}

/** "Mara prints the tickets by Friday": with an object, by somebody with a name in capitals. */
export function isPresentWorkOfName({ what, who }: FoundParts, { text, dates, source }: Clause) {
  const verb = firstWord(what);
  const base = workVerb(verb);
  const isPresent = base !== null && base !== verb.toLowerCase() && !isPastWork(verb);
  const isAhead = dates.some(({ on }) => on.precision === 'day' && on.date >= source.date);
  return isPresent && isAhead && /^\p{Lu}/u.test(who) && isName(who, text) && OBJECT.test(what);
}

const OBJECT =
  /^\p{L}+ (?:(?:up|out|over|back|in) )?(?:the|a|an|our|my|your|his|her|their|this|that|these|those|all|it|them|some|new|\d)(?![\p{L}])/iu;

/** Whether somebody is named, or the speaker. */
export function isNamed({ who }: FoundParts, { text }: Clause): boolean {
  return /^(?:i|we)$/iu.test(who) || isName(who, text);
}
