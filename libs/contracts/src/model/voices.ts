/** A range of a recording, in milliseconds from its start. */
export interface TimeRange {
  readonly startMs: number;
  readonly endMs: number;
}

/** A range in which one speaker speaks. Speakers count from 0, in the order in which they first speak. */
export interface SpeakerRange extends TimeRange {
  readonly speaker: number;
  /** Present where another voice is heard at the same time, so that some words may be of somebody else. */
  readonly overlap?: true;
}

/** A range of a recording that a person has given to a speaker. */
export interface AssignedRange extends TimeRange {
  /** The label of the voice that was heard there before. */
  readonly label: string;
}

/** A short range of speech with an embedding of the voice that is heard in it. */
export interface VoiceWindow extends TimeRange {
  /** Voices of one person point in one direction; the length says nothing. */
  readonly embedding: Float32Array;
}
