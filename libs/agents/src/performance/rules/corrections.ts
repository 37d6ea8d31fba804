import type { FactDraft, FactValue } from '#contracts/model';
import type { Clause } from './clauses.ts';
import { measuresIn } from './measures.ts';
import type { Talk } from './talk.ts';

/** What says that a number replaces the one before it. */
const CORRECTS =
  /^(?:(?:oh|ah|well|um|uh|hmm|but|and)[,.]? )*(?:sorry|actually|no|nope|correction|i mean|i meant|wait|rather|scratch that|my mistake|make (?:that|it)|nein|entschuldigung|doch|quatsch|eigentlich|pardon|non|en fait|plutôt|perdón|en realidad)(?![\p{L}])/iu;

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
  if (!measure || !corrected?.value || !BEFORE.test(measure.before)) return null;
  if (!isComparable(measure.value, corrected.value)) return null;
  return {
    ...{ line, quote, type: corrected.type, label: corrected.label, value: measure.value },
    ...{ on: clause.dates[0]?.on ?? null, who: null, status: corrected.status, category: null },
    ...{ certainty: standing.unsure ? 'possible' : 'certain', corrects: true },
  };
}

/** "Sorry, it's 1,200": the word may be a clause of its own. */
function isCorrecting({ quote, previous }: Clause): boolean {
  return CORRECTS.test(quote) || (previous.length <= MAX_MARKER && CORRECTS.test(previous));
}

const MAX_MARKER = 24;

function isComparable(value: FactValue, other: FactValue): boolean {
  if (value.kind !== 'quantity' || other.kind !== 'quantity') return value.kind === other.kind;
  return value.unit === '' || other.unit === '' || value.unit === other.unit;
}
