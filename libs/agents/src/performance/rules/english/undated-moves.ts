import { dayNumber, lastDay } from '../../../text/dates/calendar.ts';
import type { Clause } from '../clauses.ts';
import { ADVERBS, type FactPattern, type FoundParts } from '../pattern.ts';
import { milestone, MOVE, MOVED, named, SUBJECT, WE } from './milestone-pattern.ts';

/** What is only thought to be postponed or cancelled may still take place. */
const surely = ({ what, who }: FoundParts, { standing, dates }: Clause) =>
  !standing.unsure && dates.length === 0 && named({ what, who }) && !/ (?:it|that)$/iu.test(what);

/** It may be said on which day it was cancelled; "last year" was another one. */
const surelyOff = (parts: FoundParts, clause: Clause) =>
  !/(?<![\p{L}])last (?:year|month)/iu.test(parts.what) &&
  datesOfChange(clause).every(
    ({ on }) =>
      on.precision !== 'year' && lastDay(on) >= dayNumber(clause.source.date) - RECENT_DAYS,
  ) &&
  surely(parts, { ...clause, dates: [] });

/** "The December review is cancelled" does not say when it was. */
function datesOfChange({ dates, source }: Clause): Clause['dates'] {
  return dates.filter(({ start }) =>
    CHANGE.test(source.text.slice(Math.max(0, start - REACH_CHARACTERS), start)),
  );
}

const REACH_CHARACTERS = 120;
const CHANGE =
  /(?<![\p{L}])(?:cancell?(?:ed|ing)?|called off|call off|scrap(?:ped)?|off)(?![\p{L}])/iu;

/** What was cancelled longer ago is an old story. */
const RECENT_DAYS = 31;

/** By how much, but not "last year". */
const isNow = (parts: FoundParts, { dates }: Clause) =>
  named(parts) && dates.every(({ on }) => on.precision === 'day');
const BY_SPAN = { needs: 'span', date: 'none', accepts: isNow } as const;
const WITHOUT_DATE = { date: 'none', accepts: surely } as const;

const OFF = { date: 'none', accepts: surelyOff, corrects: false } as const;

const IS_MOVED = '(?:(?:has|have|was|were|is|are|had|will|got|been|be|being|now|just|also) ){0,4}';
const EARLIER = '(?:brought|pulled|moved) (?:forward|up)';
const MOVE_EARLIER = '(?:bring|brought|pull|pulled|move|moved|bringing|pulling|moving)';
const NO_NEW_DATE = '(?! [^,]{0,40}(?:to|until|till|into)(?![\\p{L}]))';

/** "Slipped by two weeks", "was postponed", "is cancelled": no new date is named. */
export const UNDATED_MOVES: readonly FactPattern[] = [
  milestone('brought forward', `${SUBJECT} ${IS_MOVED}${EARLIER} .+`, BY_SPAN),
  milestone(
    'brought forward',
    `${WE}${MOVE_EARLIER} (?:(?:forward|up) )?(?<what>[^,]{1,60}?)(?: forward| up)? by .+`,
    {
      ...BY_SPAN,
      accepts: (parts, clause) => isNow(parts, clause) && / (?:forward|up) /iu.test(clause.text),
    },
  ),
  milestone('moved', `${SUBJECT} ${IS_MOVED}(?:${MOVED}|slips)(?: back| out)? .+`, BY_SPAN),
  milestone('moved', `${SUBJECT} (?:is|are|will be|runs) .{1,30} (?:late|later|behind)`, BY_SPAN),
  milestone(
    'moved',
    `${WE}${MOVE} (?:back |out )?(?<what>[^,]{1,60}?)(?: back| out)? (?:by|for) .+`,
    BY_SPAN,
  ),
  milestone(
    'postponed',
    `${SUBJECT} ${IS_MOVED}(?:${MOVED}|${EARLIER})${NO_NEW_DATE}`,
    WITHOUT_DATE,
  ),
  milestone(
    'postponed',
    `${SUBJECT} (?:is|are|has been|have been|was|were|got|stays|remains|goes) ${ADVERBS}(?:put )?(?:on ice|on hold|paused|suspended|shelved|parked|frozen for now|in limbo)(?![\\p{L}])`,
    WITHOUT_DATE,
  ),
  milestone(
    'postponed',
    `${WE}(?:put|putting) (?<what>[^,]{1,60}?) on (?:ice|hold)(?![\\p{L}])`,
    WITHOUT_DATE,
  ),
  milestone(
    'cancelled',
    `${SUBJECT} (?:is|are|was|were|has been|have been|got|gets|will be) ${ADVERBS}(?:(?:cancell?ed|called off|scrapped)(?![\\p{L}])|off$)`,
    OFF,
  ),
  milestone(
    'cancelled',
    `${WE}(?:cancell?ed|cancel|are cancell?ing|called off|call off|scrapped|scrap) (?<what>[^,]{1,60})`,
    OFF,
  ),
];
