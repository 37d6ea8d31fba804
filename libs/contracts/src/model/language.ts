import type { Certainty } from './facts.ts';

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

/** A point that may be certain or only possible; one without a certainty is certain. */
interface WithCertainty {
  readonly certainty?: Certainty | undefined;
}

/** Something that was decided in the conversation. */
export interface Decision extends SummaryPoint, WithCertainty {}

/** Something that a participant has agreed to do. */
export interface ActionItem extends SummaryPoint, WithCertainty {
  /** Who is responsible, as named in the conversation; `null` when it does not say. */
  readonly who: string | null;
  /** When it is due, in the words of the conversation; `null` when it does not say. */
  readonly when: string | null;
}

/** What people decide of an action item: it is done, or it is none and no longer listed. */
export const ACTION_ITEM_MARKS = ['done', 'removed'] as const;
export type ActionItemMark = (typeof ACTION_ITEM_MARKS)[number];

/** Where an action item stands: what a person has decided of it, or else open. */
export const ACTION_ITEM_STATES = ['open', ...ACTION_ITEM_MARKS] as const;
export type ActionItemState = (typeof ACTION_ITEM_STATES)[number];

/** An action item with the id that a person marks it by. */
export interface IdentifiedItem extends ActionItem {
  readonly id: string;
}

/** An action item as it was when a person marked it, and how. */
export interface MarkedItem extends IdentifiedItem {
  readonly mark: ActionItemMark;
}

/** Content of the summary of a conversation. */
export interface SummaryContent {
  /** A few sentences about the whole conversation. */
  readonly overview: string;
  /** Who took part; absent when the template does not show it. */
  readonly attendees?: readonly string[];
  /** What it is about, in a few words each; absent when the engine states none. */
  readonly topics?: readonly string[];
  readonly keyPoints: readonly SummaryPoint[];
  readonly decisions: readonly Decision[];
  readonly actionItems: readonly ActionItem[];
}
