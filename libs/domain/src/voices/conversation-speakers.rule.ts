import type { TimeRange } from '#contracts/model';

/** What somebody says, without the words. */
export interface SpokenPiece extends TimeRange {
  readonly speaker: string;
  readonly voiceLabel: string | null;
  readonly turnId: string;
  /** The recording in which it can be heard; `null` when it was typed, or the recording is no longer kept. */
  readonly clipId: string | null;
}

/** Somebody who speaks in a conversation. */
export interface SpeakerOfConversation {
  readonly name: string;
  readonly voiceLabels: readonly string[];
  readonly turnCount: number;
  readonly talkMs: number;
  readonly samples: readonly (TimeRange & { readonly clipId: string })[];
}

const MOST_SAMPLES = 3;
/** Long enough to know a voice. */
const LONGEST_SAMPLE_MS = 8_000;

/**
 * Who speaks in a conversation, in the order in which they first speak.
 * @param pieces in the order of the conversation
 */
export function conversationSpeakers(
  pieces: readonly SpokenPiece[],
): readonly SpeakerOfConversation[] {
  return [...Map.groupBy(pieces, ({ speaker }) => speaker)].map(([name, own]) => ({
    name,
    voiceLabels: [...new Set(own.flatMap(({ voiceLabel }) => voiceLabel ?? []))],
    turnCount: new Set(own.map(({ turnId }) => turnId)).size,
    talkMs: own.reduce((sum, piece) => sum + lengthOf(piece), 0),
    samples: samplesOf(own),
  }));
}

function samplesOf(pieces: readonly SpokenPiece[]) {
  const longest = pieces
    .map((piece, place) => ({ ...piece, place }))
    .filter((piece) => piece.clipId !== null && lengthOf(piece) > 0)
    .sort((a, b) => lengthOf(b) - lengthOf(a))
    .slice(0, MOST_SAMPLES)
    .sort((a, b) => a.place - b.place);
  return longest.map(({ clipId, startMs, endMs }) => ({
    ...{ clipId: clipId ?? '', startMs },
    endMs: Math.min(endMs, startMs + LONGEST_SAMPLE_MS),
  }));
}

function lengthOf({ startMs, endMs }: TimeRange): number {
  return Math.max(0, endMs - startMs);
}
