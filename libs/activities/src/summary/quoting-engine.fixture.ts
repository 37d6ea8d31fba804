import type { TestWorker } from '../worker.fixture.ts';

/**
 * Has a test worker summarise by an engine that costs nothing, and quotes the first turns of each part.
 * @param quoted how many turns of a part @param maxCharacters of a part
 */
export function quoteFirstTurns(
  { language }: Pick<TestWorker, 'language'>,
  { quoted, maxCharacters }: { readonly quoted: number; readonly maxCharacters: number },
): void {
  language.costly = false;
  language.maxSummaryCharacters = maxCharacters;
  language.summarises = ({ turns }) => ({
    ...{ overview: 'A list.', decisions: [], actionItems: [] },
    keyPoints: turns.slice(0, quoted).map(({ text, turnId }) => ({ text, turnIds: [turnId] })),
  });
}
