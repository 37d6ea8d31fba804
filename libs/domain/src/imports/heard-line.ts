import type { HeardWord } from '#contracts/model';

/** A piece of a transcript that another product has made. */
export interface HeardLine {
  /** `null` when the format names nobody. */
  readonly speaker: string | null;
  /** Milliseconds from the start of the recording; 0 when the format has no times. */
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
  /** Probability from 0 to 1; 1 when the format has none. */
  readonly confidence: number;
  /** Empty when the format has none. */
  readonly words: readonly HeardWord[];
}

/** A transcript does not follow its format. */
export class MalformedTranscript extends Error {
  override readonly name = 'MalformedTranscript';

  /**
   * @param reason a sentence without its full stop
   * @param line where it is, from 1; `null` when the format has no lines
   */
  constructor(
    reason: string,
    readonly line: number | null = null,
  ) {
    super(line === null ? `${reason}.` : `Line ${line}: ${reason}.`);
  }
}

/** A file has the ending of a transcript, but is something else. */
export class NoTranscript extends MalformedTranscript {}

/** A line without times and words. */
export function typedLine(speaker: string | null, text: string): HeardLine {
  return { speaker, startMs: 0, endMs: 0, text, confidence: 1, words: [] };
}
