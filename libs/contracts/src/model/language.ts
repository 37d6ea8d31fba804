/** How much a memory matters: 0 trivial, 1 minor, 2 notable, 3 pivotal. */
export const SIGNIFICANCES = [0, 1, 2, 3] as const;
export type Significance = (typeof SIGNIFICANCES)[number];

/** Words of one speaker: the input of language engines, and the form of prior dialogue. */
export interface SpokenText {
  readonly speaker: string;
  readonly text: string;
}

/** A segment of a recording as the source of something: a moment that can be heard. */
export interface CitedSegment {
  readonly turnId: string;
  readonly segmentId: string;
  /** Milliseconds from the start of the clip. */
  readonly startMs: number;
}

/** A sentence of a summary, and what it is based on: segments of recordings, and typed turns. */
export interface SummaryPoint {
  readonly text: string;
  /** Ids of the turns, in the order of the conversation. */
  readonly turnIds: readonly string[];
  /**
   * The segments of recorded turns among them, in order. Absent when all turns were typed, and in
   * summaries from before segments were cited.
   */
  readonly segments?: readonly CitedSegment[];
}

/** Something that a participant has agreed to do. */
export interface ActionItem extends SummaryPoint {
  /** Who is responsible, as named in the conversation; `null` when it does not say. */
  readonly who: string | null;
  /** When it is due, in the words of the conversation; `null` when it does not say. */
  readonly when: string | null;
}

/** Content of the summary of a conversation. */
export interface SummaryContent {
  /** A few sentences about the whole conversation. */
  readonly overview: string;
  readonly keyPoints: readonly SummaryPoint[];
  readonly decisions: readonly SummaryPoint[];
  readonly actionItems: readonly ActionItem[];
}
