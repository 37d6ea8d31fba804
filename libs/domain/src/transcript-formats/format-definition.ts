import type { Transcript } from './transcript.ts';

/** A format in which a transcript can be written as text. */
export interface FormatDefinition {
  /** Media type of the text, without a character set. Unique among all formats. */
  readonly mediaType: string;
  /** Returns the whole text. The same transcript always gives the same text. */
  readonly write: (transcript: Transcript) => string;
}
