/**
 * The text formats of a transcript, for people and players, named by their file extensions.
 * `#domain` has one definition for each; the compiler reports a missing one.
 */
export const TRANSCRIPT_TEXT_FORMATS = ['md', 'txt', 'srt', 'vtt'] as const;
export type TranscriptTextFormat = (typeof TRANSCRIPT_TEXT_FORMATS)[number];
