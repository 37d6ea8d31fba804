import type { Transcript } from './transcript.ts';

/** A format in which a transcript can be written as text. */
export interface FormatDefinition {
  /** Media type of the text, without a character set. Unique among all formats. */
  readonly mediaType: string;
  /** Returns the whole text. The same transcript always gives the same text. */
  readonly write: (transcript: Transcript) => string;
  /**
   * The same text in pieces, each of which takes less than a millisecond or two. A recording of a day takes
   * longer than a loop that serves others may be held; its caller pauses between pieces. Some are empty.
   */
  readonly pieces: (transcript: Transcript) => Iterable<string>;
}

/** Defines a format by the pieces of its text. */
export function textFormat(
  mediaType: string,
  pieces: (transcript: Transcript) => Iterable<string>,
): FormatDefinition {
  return { mediaType, pieces, write: (transcript) => [...pieces(transcript)].join('') };
}
