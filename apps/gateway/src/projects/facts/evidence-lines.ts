import { citedRange, spokenLines } from '#agents';
import type { EvidenceLine } from '#contracts/api';
import type { SpokenCitation, WrittenCitation } from '#contracts/model';
import type { DocumentPartRecord, SpokenSource } from '#store';

/** The day of a line is not shown, so the time zone does not matter. */
const ANY_ZONE = 'UTC';

/**
 * Turns as lines, with the quote and its value marked in the cited one. A turn whose text has changed
 * since it was read, so that the quote is no longer there, has no marks.
 */
export function spokenEvidence(
  turns: SpokenSource['turns'],
  citation: SpokenCitation,
  quoted: string,
): EvidenceLine[] {
  const lines = spokenLines(turns, ANY_ZONE);
  return turns.map((turn, index) => {
    const { turnId, speaker } = turn;
    const text = lines[index]?.text ?? '';
    const quote = turnId === citation.turnId ? citedRange(turn, citation.quote) : null;
    const found = quote !== null && text.slice(quote.start, quote.end) === quoted;
    const marks = found
      ? { quote, value: citedRange(turn, citation.value) }
      : { quote: null, value: null };
    return { turnId, part: null, place: null, speaker, text, ...marks };
  });
}

/** Parts of a document as lines, with the quote and its value marked in the cited one. */
export function writtenEvidence(
  parts: readonly DocumentPartRecord[],
  citation: WrittenCitation,
): EvidenceLine[] {
  const { start, end, value } = citation;
  return parts.map(({ part, place, text }) => {
    const isCited = part === citation.part && end <= text.length;
    const marks = isCited ? { quote: { start, end }, value } : { quote: null, value: null };
    return { turnId: null, part, place, speaker: null, text, ...marks };
  });
}
