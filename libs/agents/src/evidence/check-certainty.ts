import type { Certainty, FactDraft } from '#contracts/model';
import { standingOf } from '../text/standing.ts';
import type { LineEvidence } from './line-evidence.ts';
import { overlap, type TextRange } from './text-range.ts';

/**
 * How certain a fact is: as an engine says, but never more certain than its sentence. What a
 * sentence asks, supposes, doubts or says in jest is only possible; so is a value that it denies,
 * unless the status says what became of it, as `unpaid` does.
 */
export function checkCertainty(
  draft: FactDraft,
  places: { readonly quoteAt: TextRange; readonly valueAt: TextRange | null },
  line: LineEvidence,
): Certainty {
  if (draft.certainty !== 'certain') return 'possible';
  const stated = places.valueAt ?? places.quoteAt;
  const sentences = line.sentences.filter((sentence) => overlap(sentence, stated));
  const isDenied = places.valueAt !== null && draft.status === null;
  const weak = sentences.some(({ text }) => {
    const { hypothetical, question, unsure, joking, negated } = standingOf(text);
    return hypothetical || question || unsure || joking || (negated && isDenied);
  });
  return weak ? 'possible' : 'certain';
}
