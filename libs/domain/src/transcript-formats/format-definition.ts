import type { Transcript } from './transcript.ts';

/** A format in which a transcript can be written as text. */
export interface FormatDefinition {
  /** Of what is written, without a character set. No other format has the same. */
  readonly mediaType: string;
  /** The whole text; the same for the same transcript. */
  readonly write: (transcript: Transcript) => string;
}
