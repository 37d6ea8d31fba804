import type { Transcript, TranscriptSegment, TranscriptTurn } from '#contracts/api';

let made = 0;
const nextId = (prefix: string) => `${prefix}_${String((made += 1)).padStart(26, '0')}`;

/** A segment in which each word takes half a second. */
export function saying(text: string, startMs = 0): TranscriptSegment {
  const words = text.split(' ').map((word, number) => ({
    startMs: startMs + number * 500,
    endMs: startMs + number * 500 + 400,
    text: word,
    confidence: 0.9,
  }));
  const endMs = words.at(-1)?.endMs ?? startMs;
  const layers = { raw: text, corrected: null, edited: null };
  return { id: nextId('seg'), startMs, endMs, text, layer: 'raw', layers, confidence: 0.9, words };
}

/** A turn that somebody spoke. */
export function turnOf(
  speaker: string,
  durationMs: number | null,
  ...segments: readonly TranscriptSegment[]
): TranscriptTurn {
  const ids = { turnId: nextId('trn'), exchangeId: nextId('exc'), clipId: nextId('clp') };
  const facts = { durationMs, taskState: 'completed', earlierVersions: 0 } as const;
  return { ...ids, speaker, ...facts, segments: [...segments] };
}

/** A turn that somebody typed: one segment without a time. */
export function typedTurnOf(speaker: string, text: string): TranscriptTurn {
  const segment = { ...saying(text), endMs: 0, words: [] };
  return { ...turnOf(speaker, null, segment), clipId: null, taskState: null };
}

/** A conversation of turns. */
export function transcriptOf(...turns: readonly TranscriptTurn[]): Transcript {
  return {
    conversationId: nextId('cnv'),
    title: 'Launch planning',
    ownerId: 'ada',
    tags: ['launch'],
    revision: 3,
    createdAt: '2026-11-22T09:30:00.000Z',
    complete: true,
    turns: [...turns],
  };
}
