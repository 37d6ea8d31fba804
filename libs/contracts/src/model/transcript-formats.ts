/**
 * The formats of a transcript that are text for people and players, by the ending of their files.
 * How each is written is one definition in `#domain`; the compiler asks for it.
 */
export const TRANSCRIPT_TEXT_FORMATS = ['md', 'txt', 'srt', 'vtt'] as const;
export type TranscriptTextFormat = (typeof TRANSCRIPT_TEXT_FORMATS)[number];
