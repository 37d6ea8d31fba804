/** A piece of text with times, in seconds from the start of the audio that was sent. */
export interface TimedText {
  readonly text: string;
  readonly startS: number;
  readonly endS: number;
  /** Probability from 0 to 1; `null` when the service states none. */
  readonly confidence: number | null;
  /** Label of who speaks, which holds for this answer only; `null` when the service states none. */
  readonly speaker: string | null;
}

/** What a service has heard, in the form in which every service is read. Nothing of it was checked. */
export interface ServiceAnswer {
  readonly text: string;
  /** As a code or as a name in English; `null` when the service states none. */
  readonly language: string | null;
  /** Empty when the service gives none. */
  readonly segments: readonly TimedText[];
  /** Empty when the service gives none. */
  readonly words: readonly TimedText[];
}
