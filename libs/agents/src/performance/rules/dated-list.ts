import type { FactDraft } from '#contracts/model';
import { dayNumber, lastDay } from '../../text/dates/calendar.ts';
import type { Clause } from './clauses.ts';
import { hasMilestone, isAppointment } from './english/milestone-nouns.ts';
import { trimmed } from './label.ts';

/** What joins the items of a list, and what stands between an event and its date. */
const JOINS = /^(?:[\s,;:–—-]|and |then )+/iu;
const PREPOSITION = /[\s,:–—-]+(?:on|in|by|at|until|from|around|is)?(?: the)?\s*$/iu;
/** Words of a sentence with a verb, which other rules read. */
const VERBAL =
  /(?<![\p{L}])(?:is|are|was|were|be|been|will|would|can|could|should|must|has|have|had|do|does|did|i|we|you|he|she|they|it|if|when|not|no|to|after|before|since|until|during|for|about|with|from|like|thanks|than|what|how|which|who)(?![\p{L}])/iu;
const MAX_WORDS = 4;

/**
 * Milestones in a list without verbs: "feature freeze tomorrow, launch in April". Every date must
 * have an event before it and lie ahead, and nothing else may be said.
 */
export function readDatedList({ line, quote, text, dates, source, start, standing }: Clause) {
  const end = start + quote.length;
  const rest = source.text.slice(dates.at(-1)?.end ?? end, end);
  if (standing.question || standing.joking || /[\p{L}\p{N}]/u.test(rest)) return [];
  const textStart = Math.max(start, source.text.indexOf(text, start));
  const drafts = dates.map(({ on, start: dateStart }, at): FactDraft | null => {
    const words = source.text.slice(dates[at - 1]?.end ?? textStart, dateStart);
    const label = eventIn(afterColon(words).replace(JOINS, '').replace(PREPOSITION, ''));
    if (label === null || lastDay(on) < dayNumber(source.date)) return null;
    return {
      ...{ line, quote, type: 'milestone', label, value: null, on, who: null, status: 'planned' },
      ...{ category: null, certainty: standing.unsure ? 'possible' : 'certain', corrects: false },
    };
  });
  const found = drafts.filter((draft) => draft !== null);
  return found.length === drafts.length ? found : [];
}

/** "The roadmap: beta" names the beta. */
function afterColon(words: string): string {
  return words.slice(words.lastIndexOf(': ') + 1);
}

function eventIn(words: string): string | null {
  const isEvent = hasMilestone(words) && !isAppointment(words) && !VERBAL.test(words);
  return isEvent && words.split(/\s+/u).length <= MAX_WORDS ? trimmed(words) : null;
}
