import type { Transcript, TranscriptSegment, TranscriptTurn } from '#contracts/api';
import type { SegmentRecord, TranscriptRecord, TurnRecord } from '#store';

/** A transcript as the API shows it. */
export function toTranscript({ conversation, turns }: TranscriptRecord): Transcript {
  return {
    conversationId: conversation.id,
    title: conversation.title,
    ownerId: conversation.ownerId,
    tags: conversation.tags,
    revision: conversation.revision,
    createdAt: conversation.createdAt.toISOString(),
    complete: turns.every(({ taskState }) => taskState === null || taskState === 'completed'),
    turns: turns.map(toTurn),
  };
}

/** A turn as the API shows it. */
export function toTurn({
  turnId,
  exchangeId,
  speaker,
  clip,
  taskState,
  earlierVersions,
  segments,
}: TurnRecord): TranscriptTurn {
  return {
    turnId,
    exchangeId,
    clipId: clip?.id ?? null,
    recordingId: clip === null ? null : (clip.splitFrom ?? clip.id),
    speaker,
    durationMs: clip?.durationMs ?? null,
    taskState,
    earlierVersions,
    segments: segments.map(toSegment),
  };
}

/** A segment as the API shows it. */
export function toSegment(segment: SegmentRecord): TranscriptSegment {
  const { id, startMs, endMs, confidence, language, words } = segment;
  const { raw, corrected, edited, refusedChanges } = segment;
  const layers = { raw, corrected, edited };
  return {
    ...{ id, startMs, endMs, confidence, language, words, layers, refusedChanges },
    ...highestLayer(segment),
  };
}

/** Edited text takes precedence over corrected text, and corrected over raw text. */
export function highestLayer({ raw, corrected, edited }: TranscriptSegment['layers']) {
  if (edited !== null) return { text: edited, layer: 'edited' as const };
  if (corrected !== null) return { text: corrected, layer: 'corrected' as const };
  return { text: raw, layer: 'raw' as const };
}
