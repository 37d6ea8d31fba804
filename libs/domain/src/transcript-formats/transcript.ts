/** What was said in a conversation, turn by turn: everything that a text of it can show. */
export interface Transcript {
  readonly conversationId: string;
  readonly title: string;
  readonly ownerId: string;
  readonly tags: readonly string[];
  /** Of the text of the conversation. */
  readonly revision: number;
  /** When the conversation began: ISO 8601, in UTC. */
  readonly createdAt: string;
  /** False while a turn is still without its text. */
  readonly complete: boolean;
  /** In the order in which they were said. */
  readonly turns: readonly TranscriptTurn[];
}

/** What one speaker said in one go. */
export interface TranscriptTurn {
  readonly speaker: string;
  /** False for a turn that was typed: it has no clip, and so no time. */
  readonly wasSpoken: boolean;
  /** Length of its clip in milliseconds; `null` when it is not known, or there is no clip. */
  readonly durationMs: number | null;
  /** In order of time; empty while nothing is known of what was said. */
  readonly segments: readonly TranscriptSegment[];
}

/** A piece of a turn. Times are milliseconds from the start of its clip; 0 when it was typed. */
export interface TranscriptSegment {
  readonly startMs: number;
  readonly endMs: number;
  /** As it is to be shown: maybe corrected or edited since it was heard. */
  readonly text: string;
  /** As they were heard, which need not be what the text now says; empty when it was typed. */
  readonly words: readonly TranscriptWord[];
}

/** A word as it was heard. Times are milliseconds from the start of the clip. */
export interface TranscriptWord {
  readonly startMs: number;
  readonly endMs: number;
  /** The word with its punctuation. */
  readonly text: string;
}
