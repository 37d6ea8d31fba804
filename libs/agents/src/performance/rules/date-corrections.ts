import type { FactDraft } from '#contracts/model';
import type { Clause } from './clauses.ts';
import { isCorrecting, withoutMarkers } from './corrections.ts';
import type { Talk } from './talk.ts';

/** What leads to a date, and nothing else. */
const BEFORE =
  /^(?:(?:it|that|this)(?:['’]s| is| was| will be) )?(?:now |actually |rather )?(?:(?:on|by|for|until|till|the|am|bis|zum|le|el|para|pour) ){0,2}$/iu;
const AFTER = /^\W*(?:instead|then|of course|natürlich)?\W*$/iu;

/**
 * The date of a promise or milestone that somebody replaces without naming it: "sorry, I meant
 * Tuesday". Only who has promised replaces the day of a promise.
 */
export function readDateCorrection(clause: Clause, talk: Talk): FactDraft | null {
  const { standing, quote, line, text, textStart, source, dates } = clause;
  if (!isCorrecting(clause) || standing.question || standing.joking || standing.hypothetical) {
    return null;
  }
  const [date, ...more] = dates;
  const corrected = talk.latest(line, 'commitment', 'milestone');
  if (date === undefined || more.length > 0 || !corrected?.on) return null;
  const isPromise = corrected.type === 'commitment';
  if (isPromise && (corrected.who !== source.speaker || corrected.status !== 'open')) return null;
  const before = withoutMarkers(text.slice(0, Math.max(0, date.start - textStart)));
  if (!BEFORE.test(before) || !AFTER.test(text.slice(Math.max(0, date.end - textStart)))) {
    return null;
  }
  const certainty = standing.unsure ? 'possible' : 'certain';
  return { ...corrected, line, quote, on: date.on, certainty, corrects: true };
}
