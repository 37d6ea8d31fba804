import type { SummaryContent } from '#contracts/model';
import { citedPlaces, placesTogether, type CitedPlaces, type CoveredText } from '#domain';
import type { PlacedPart } from './summarised-part.ts';
import { turnCountOf, type SummaryText } from './summary-text.ts';
import { textLengthOf } from './text-stretches.ts';

/**
 * What the coverage of a summary needs of a text: of what was not read, where the parts say that their statements are
 * from.
 * @param parts those of the text, in order
 */
export function coveredText(
  content: SummaryContent,
  text: SummaryText,
  parts: readonly PlacedPart[],
): CoveredText {
  const texts: { readonly places: CitedPlaces; readonly textLength: number }[] = [];
  let at = 0;
  for (const stretch of text.stretches) {
    if (stretch.kind === 'read') {
      const { turns } = stretch;
      texts.push({ places: citedPlaces(content, turns), textLength: textLengthOf(turns) });
      at += stretch.parts.length;
      continue;
    }
    const places = parts[at]?.places ?? { turns: {}, segments: {} };
    texts.push({ places, textLength: stretch.part.textLength });
    at += 1;
  }
  const length = texts.reduce((sum, { textLength }) => sum + textLength, 0);
  return { length, turnCount: turnCountOf(text), places: placesTogether(texts) };
}
