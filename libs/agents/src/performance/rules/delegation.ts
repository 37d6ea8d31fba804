import type { FactDraft } from '#contracts/model';
import type { Clause } from './clauses.ts';
import { labelOf } from './label.ts';
import { isName } from './names.ts';
import { workVerb } from './verbs.ts';

/** "I asked Lena to order the cables": what the speaker reports to have asked for. */
const ASKED =
  /^(?:[Ii]|[Ww]e)(?:['’]ve| have)? (?:also |already |just )?(?:asked|told|got) (?<who>\p{Lu}\p{L}+) (?:to|if (?:he|she|they) (?:could|can|would)|whether (?:he|she|they) (?:could|can|would)) (?<what>(?<verb>\p{L}+) .+)$/u;

/** That it was taken on, in what follows. */
const AGREED =
  /^[\s,;.–—-]*(?:and |so |but )?(?:he|she|they|\p{Lu}\p{L}+)(?:(?:['’]ll| will| is going to|['’]s going to| are going to)(?= )|(?:['’]s| is)(?: already)? (?:on it|doing (?:it|that)|happy to)|(?:['’]s| has| have)? ?(?:already |kindly )?(?:agreed|said (?:yes|ok|okay|sure|fine|(?:he|she|they)(?:['’](?:d|ll)| would| will))|promised|accepted|confirmed|offered))(?![\p{L}])/u;
const REACH_CHARACTERS = 200;

/** Whether a clause reports that somebody was asked to do something. */
export function isDelegation(text: string): boolean {
  return ASKED.test(text);
}

/** The promise of somebody who was asked: only possible unless it is said that they agreed. */
export function readDelegation(clause: Clause): FactDraft | null {
  const { text, source, start, quote, line, standing, lineDates } = clause;
  const { who = '', what = '', verb = '' } = ASKED.exec(text)?.groups ?? {};
  const label = labelOf(what, source.date);
  if (label === null || workVerb(verb) === null || !isName(who, text)) return null;
  if (standing.question || standing.hypothetical || standing.negated || standing.joking)
    return null;
  const end = start + quote.length;
  const follows = source.text.slice(end, end + REACH_CHARACTERS);
  const isAgreed = AGREED.test(follows);
  const until = isAgreed ? end + REACH_CHARACTERS : end;
  const date = lineDates.find((each) => each.start >= start && each.end <= until);
  const on = date && date.on.date >= source.date ? date.on : null;
  return {
    ...{ line, quote, type: 'commitment', label, value: null, on, who, status: 'open' },
    ...{ category: null, certainty: isAgreed ? 'certain' : 'possible', corrects: false },
  };
}
