import type { FactDraft, FactValue } from '#contracts/model';
import type { Clause } from './clauses.ts';
import { measuresIn } from './measures.ts';
import type { Talk } from './talk.ts';

/** What says that a number replaces the one before it. */
const MARKERS =
  'sorry|actually|no|nope|correction|i mean|i meant|wait|hang on|hold on|rather|scratch that|scrap that|strike that|forget that|my mistake|my bad|make (?:that|it)|nein|nee|entschuldigung|doch|quatsch|korrektur|ich meinte|eigentlich|pardon|non|en fait|plutôt|je voulais dire|perdón|en realidad|quise decir|mejor dicho';
const CORRECTS = new RegExp(
  `^(?:(?:oh|ah|well|um|uh|hmm|but|and)[,.]? )*(?:${MARKERS})(?![\\p{L}])`,
  'iu',
);
const LEADING_MARKERS = new RegExp(
  `^(?:(?:oh|ah|well|um|uh|hmm|but|and|${MARKERS})(?![\\p{L}])[,.:;–—-]* ?){1,4}`,
  'iu',
);

/** Nothing but the number, and what leads to it. */
const BEFORE =
  /^(?:(?:it|that|they|we|this)(?:['’]?s|['’]?re| is| are| was| were)? ?(?:at |now |actually |only |more like )?|make (?:that|it) |i mean[t,]? |rather |more like |es (?:sind|ist|waren) |das sind |c['’]est |ce sont |son |es )?(?:about |around |only |now |just |exactly |nur )?$/iu;

/** The number of a goal or metric that somebody replaces without naming it: "sorry, it's 1,200". */
export function readCorrection(clause: Clause, talk: Talk): FactDraft | null {
  const { standing, quote, line } = clause;
  if (!isCorrecting(clause) || standing.question || standing.joking || standing.hypothetical) {
    return null;
  }
  const [measure] = measuresIn(clause);
  const corrected = talk.latest(line, 'goal', 'metric');
  if (!measure || !corrected?.value || !BEFORE.test(withoutMarkers(measure.before))) return null;
  if (!isComparable(measure.value, corrected.value)) return null;
  return {
    ...{ line, quote, type: corrected.type, label: corrected.label, value: measure.value },
    ...{ on: clause.dates[0]?.on ?? null, who: null, status: corrected.status, category: null },
    ...{ certainty: standing.unsure ? 'possible' : 'certain', corrects: true },
  };
}

/** A text without what says that it replaces something: "no wait, about " is "about ". */
export function withoutMarkers(text: string): string {
  return text.replace(LEADING_MARKERS, '');
}

/** "Sorry, it's 1,200": whether a clause replaces what was said; the word may be a clause of its own. */
export function isCorrecting({ quote, previous }: Clause): boolean {
  return CORRECTS.test(quote) || (previous.length <= MAX_MARKER && CORRECTS.test(previous));
}

const MAX_MARKER = 24;

function isComparable(value: FactValue, other: FactValue): boolean {
  if (value.kind !== 'quantity' || other.kind !== 'quantity') return value.kind === other.kind;
  return value.unit === '' || other.unit === '' || value.unit === other.unit;
}
