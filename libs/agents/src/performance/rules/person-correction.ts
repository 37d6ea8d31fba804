import type { FactDraft } from '#contracts/model';
import type { Clause } from './clauses.ts';
import { isCorrecting, withoutMarkers } from './corrections.ts';
import { isName } from './names.ts';
import type { Talk } from './talk.ts';

/** Nothing but who it is instead: "not Tom, Ben", "Lena will", "Andrés, not Ana". */
const PERSON =
  /^(?:(?:not|nicht|pas|no) \p{Lu}\p{L}+,? ?(?:but |sondern |mais |sino )?)?(?<who>\p{Lu}\p{L}+)(?:['’]ll| will| is| does| wird| macht| va)?(?: (?:do|doing|das|es|le) ?(?:it|that|this|machen|faire)?)?(?:,? (?:not|nicht|pas|no) \p{Lu}\p{L}+)?[\s.!]*$/u;
const ENDS_WITH_MARKER =
  /(?<![\p{L}])(?:no|sorry|wait|i mean|i meant|rather|actually|nein|nee|quatsch|non|pardon|perdón|digo)[\s,.:–-]*$/iu;

/** The promise of a person whose name replaces the one that was said before in the same line. */
export function readPersonCorrection(clause: Clause, talk: Talk): FactDraft | null {
  const { standing, quote, line, text, previous } = clause;
  if (standing.question || standing.joking || standing.hypothetical) return null;
  if (!isCorrecting(clause) && !ENDS_WITH_MARKER.test(previous)) return null;
  const promised = talk.latest(line, 'commitment');
  if (promised?.line !== line || promised.status !== 'open' || promised.who === null) return null;
  const who = PERSON.exec(withoutMarkers(text))?.groups?.['who'] ?? '';
  if (who === '' || who === promised.who || !isName(who, quote)) return null;
  const certainty = standing.unsure ? 'possible' : 'certain';
  return { ...promised, line, quote, who, certainty, corrects: true };
}
