import type { Transcript, TranscriptSegment, TranscriptTurn } from './transcript.ts';

/** A segment in which each word takes half a second. */
export function saying(text: string, startMs = 0): TranscriptSegment {
  const words = text.split(' ').map((word, number) => ({
    startMs: startMs + number * 500,
    endMs: startMs + number * 500 + 400,
    text: word,
  }));
  return { startMs, endMs: words.at(-1)?.endMs ?? startMs, text, words };
}

/** A spoken turn. */
export function turnOf(
  speaker: string,
  durationMs: number | null,
  ...segments: readonly TranscriptSegment[]
): TranscriptTurn {
  return { speaker, wasSpoken: true, hasClip: true, recordingId: null, durationMs, segments };
}

/** A typed turn: one segment without a time. */
export function typedTurnOf(speaker: string, text: string): TranscriptTurn {
  const segment = { ...saying(text), endMs: 0, words: [] };
  return { ...turnOf(speaker, null, segment), wasSpoken: false, hasClip: false };
}

/** A turn that was imported with its times, and has no clip. */
export function importedTurnOf(
  speaker: string,
  ...segments: readonly TranscriptSegment[]
): TranscriptTurn {
  return { ...turnOf(speaker, null, ...segments), hasClip: false };
}

/** A transcript with these turns. */
export function transcriptOf(...turns: readonly TranscriptTurn[]): Transcript {
  return {
    conversationId: 'cnv_01jd3k4m5n6p7q8r9s0t1v2w3x',
    title: 'Launch planning',
    ownerId: 'ada',
    tags: ['launch'],
    revision: 3,
    createdAt: '2026-11-22T09:30:00.000Z',
    complete: true,
    turns,
  };
}
