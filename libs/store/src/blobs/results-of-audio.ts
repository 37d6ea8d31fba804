import { chunkResults, speakerResults, voiceResults } from '../schema/index.ts';

/** The tables of stored results that name the recording of which they were made, and go with it. */
export const RESULTS_OF_AUDIO = [chunkResults, voiceResults, speakerResults] as const;
