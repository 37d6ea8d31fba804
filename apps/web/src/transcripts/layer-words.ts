import type { TranscriptSegment } from '../api/types.ts';

/** What is shown of a segment, in the words of people. */
export const LAYER_WORDS: Readonly<Record<TranscriptSegment['layer'], string>> = {
  raw: 'as heard',
  corrected: 'tidied',
  edited: 'your edit',
};
