import type { HeardWord } from './speech.ts';

/** A segment of a turn, in the text that is shown. */
export interface SpokenSegment {
  readonly segmentId: string;
  readonly text: string;
  /** Whether a person has written the text, so that how it was heard does not matter. */
  readonly edited: boolean;
  /** Milliseconds from the start of the clip. */
  readonly startMs: number;
  readonly endMs: number;
  readonly confidence: number;
  /** As they were heard; empty for a typed turn. */
  readonly words: readonly HeardWord[];
}

/** A turn of a conversation, as a source of facts. */
export interface SpokenTurn {
  readonly turnId: string;
  readonly speaker: string;
  readonly saidAt: Date;
  /** `null` for a typed turn. */
  readonly clipId: string | null;
  readonly segments: readonly SpokenSegment[];
}
