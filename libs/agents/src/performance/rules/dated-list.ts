import type { FactDraft } from '#contracts/model';
import { dayNumber, lastDay } from '../../text/dates/calendar.ts';
import type { FoundDate } from '../../text/dates.ts';
import type { Language } from '../../text/language.ts';
import type { Clause } from './clauses.ts';
import { hasMilestone, isAppointment } from './english/milestone-nouns.ts';
import { isForeignEvent } from './foreign-events.ts';
import { trimmed } from './label.ts';

/** What joins the items of a list, and what stands between an event and its date. */
const JOINS =
  /^(?:[\s,;:–—-]+|(?:and|then|und|dann|et|puis|y|luego|the|our|der|die|das|unsere?|le|la|les|l['’]|notre|el|los|las) )+/iu;
const PREPOSITION =
  /[\s,:–—-]+(?:on|in|by|at|until|from|around|is|am|im|ab|ist|le|au|en|est|el|es)?(?: the| der| den| dem| le| el)?\s*$/iu;
/** Words of a sentence with a verb, which other rules read. */
const VERBAL =
  /(?<![\p{L}])(?:\p{L}+n['’]t|is|are|was|were|be|been|will|would|can|could|should|must|has|have|had|do|does|did|i|we|you|he|she|they|it|if|when|not|no|to|after|before|since|until|during|for|about|with|from|like|thanks|than|what|how|which|who|a (?:eu|été)|tuvo|fue|ist|sind|war|nicht|wir|ich|vor|nach|bis|est|sont|pas|avant|après|es|son|antes|después|hasta)(?![\p{L}])/iu;
const MAX_WORDS = 4;

/**
 * Milestones in a list without verbs: "feature freeze tomorrow, launch in April". Every date must
 * have an event before it and lie ahead, and nothing else may be said.
 */
export function readDatedList(clause: Clause): readonly FactDraft[] {
  const { quote, dates, source, start, standing, textStart } = clause;
  const end = start + quote.length;
  const rest = source.text.slice(dates.at(-1)?.end ?? end, end);
  if (standing.question || standing.joking || /[\p{L}\p{N}]/u.test(rest)) return [];
  const drafts = dates.map((date, at) => eventOn(clause, date, dates[at - 1]?.end ?? textStart));
  const found = drafts.filter((draft) => draft !== null);
  return found.length === drafts.length ? found : [];
}

/** More events with dates after a milestone: "the rehearsal is on the 4th, the show on the 5th". */
export function readMoreDates(clause: Clause, fact: FactDraft): readonly FactDraft[] {
  if (fact.type !== 'milestone' || fact.status !== 'planned') return [];
  return clause.dates.slice(1).flatMap((date, at) => {
    const draft = eventOn(clause, date, clause.dates[at]?.end ?? date.start);
    return draft ? [{ ...draft, certainty: fact.certainty }] : [];
  });
}

/** The event before a date; `null` for none, or when it does not lie ahead. */
function eventOn(clause: Clause, { on, start }: FoundDate, after: number): FactDraft | null {
  const { line, quote, source, standing, language } = clause;
  const words = afterColon(source.text.slice(after, start));
  const label = eventIn(words.replace(JOINS, '').replace(PREPOSITION, ''), language);
  if (label === null || lastDay(on) < dayNumber(source.date)) return null;
  return {
    ...{ line, quote, type: 'milestone', label, value: null, on, who: null, status: 'planned' },
    ...{ category: null, certainty: standing.unsure ? 'possible' : 'certain', corrects: false },
  };
}

/** "The roadmap: beta" names the beta. */
function afterColon(words: string): string {
  return words.slice(words.lastIndexOf(': ') + 1);
}

function eventIn(words: string, language: Language): string | null {
  if (VERBAL.test(words) || words.split(/\s+/u).length > MAX_WORDS) return null;
  return isEvent(words, language) && !isAppointment(words) ? trimmed(words) : null;
}

function isEvent(words: string, language: Language): boolean {
  return language === 'en' ? hasMilestone(words) : isForeignEvent(words, language);
}
