/** The content of a conversation, turn by turn: everything that a transcript format can show. */
export interface Transcript {
  readonly conversationId: string;
  readonly title: string;
  readonly ownerId: string;
  readonly tags: readonly string[];
  /** Revision of the conversation's text. */
  readonly revision: number;
  /** When the conversation was created: ISO 8601, in UTC. */
  readonly createdAt: string;
  /** False while a turn still has no text. */
  readonly complete: boolean;
  /** In the order of the conversation. */
  readonly turns: readonly TranscriptTurn[];
}

/** A contribution of one speaker. */
export interface TranscriptTurn {
  readonly speaker: string;
  /** False for a typed turn, and for one that was imported without times. */
  readonly wasSpoken: boolean;
  /** False for a typed turn, and for one that was imported without a recording. */
  readonly hasClip: boolean;
  /**
   * The recording of its clip; turns with the same one are its channels or tracks, or were imported with
   * it, and begin together.
   * `null` without a clip.
   */
  readonly recordingId: string | null;
  /** Length of its clip in milliseconds; `null` when it is unknown or there is no clip. */
  readonly durationMs: number | null;
  /** In order of time; empty until the turn has text. */
  readonly segments: readonly TranscriptSegment[];
}

/**
 * A part of a turn. Times are milliseconds from the start of its clip, or of the recording that its
 * conversation was imported with; 0 when it was typed.
 */
export interface TranscriptSegment {
  readonly startMs: number;
  readonly endMs: number;
  /** The text to show, which may have been corrected or edited. */
  readonly text: string;
  /** The words that the engine heard, which may differ from `text`; empty when it was typed. */
  readonly words: readonly TranscriptWord[];
}

/** A word that the engine heard. Times are milliseconds from the start of the clip. */
export interface TranscriptWord {
  readonly startMs: number;
  readonly endMs: number;
  /** The word with its punctuation. */
  readonly text: string;
}

/**
 * Whether a turn has a place in time: its segments have times, or it is a recording without words. Words
 * may have been imported with a recording, but without times.
 */
export function wasHeard({
  hasClip,
  segments,
}: {
  readonly hasClip: boolean;
  readonly segments: readonly Pick<TranscriptSegment, 'endMs'>[];
}): boolean {
  if (segments.length === 0) return hasClip;
  return segments.some(({ endMs }) => endMs > 0);
}
