import type { Certainty, FactDraft, FactType } from '#contracts/model';
import { standingClauses } from '../text/clause-standing.ts';
import { standingOf, type Standing } from '../text/standing.ts';
import type { LineEvidence } from './line-evidence.ts';
import { overlap, type TextRange } from './text-range.ts';

/** Where a draft is in its line. */
interface Places {
  readonly quoteAt: TextRange;
  readonly valueAt: TextRange | null;
}

/**
 * How certain a fact is: as an engine says, but never more certain than its clause. A value that
 * is asked for, supposed, doubted, denied or said in jest is only possible; a status, such as
 * `unpaid`, says what a denial means. Facts without a value may be of a kind that is asked of
 * somebody, or that may happen.
 */
export function checkCertainty(
  draft: FactDraft,
  type: FactType,
  places: Places,
  line: LineEvidence,
): Certainty {
  if (draft.certainty !== 'certain') return 'possible';
  const stated = places.valueAt ?? places.quoteAt;
  if (places.valueAt !== null && isTakenBack(places.valueAt, line)) return 'possible';
  const isWeak = places.valueAt === null ? isWeakStatement : isWeakValue;
  const weak = standingsAt(stated, line).some((standing) => isWeak(standing, draft, type, line));
  return weak ? 'possible' : 'certain';
}

/** How the clauses at a place state what they say; a joke is one of its whole sentence. */
function standingsAt(place: TextRange, line: LineEvidence): readonly Standing[] {
  const sentences = line.sentences.filter((sentence) => overlap(sentence, place));
  return sentences.flatMap((sentence) => {
    const { joking } = standingOf(sentence.text);
    return standingClauses(sentence.text)
      .map(({ start, end, standing }) => ({
        start: sentence.start + start,
        end: sentence.start + end,
        standing: { ...standing, joking },
      }))
      .filter((clause) => overlap(clause, place))
      .map(({ standing }) => standing);
  });
}

/** The first amount of "240, no wait, 260". */
function isTakenBack(valueAt: TextRange, { repaired }: LineEvidence): boolean {
  return [...repaired.replaced].some((amount) => overlap(amount, valueAt));
}

function isWeakValue(standing: Standing, { status }: FactDraft): boolean {
  const { hypothetical, question, unsure, joking, negated } = standing;
  return hypothetical || question || unsure || joking || (negated && status === null);
}

/** A request is a question to somebody; what has a status has been agreed, kept or broken. */
function isWeakStatement(
  { hypothetical, question, unsure, joking }: Standing,
  { who, status }: FactDraft,
  { tentative }: FactType,
  { line }: LineEvidence,
): boolean {
  if (joking) return true;
  if (tentative === true) return false;
  const isRequest = who !== null && who !== line.speaker;
  return unsure || (question && !isRequest) || (hypothetical && status === null);
}
