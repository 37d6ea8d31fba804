import type { TranscriptTurn } from '../api/types.ts';
import { textOfTranscript } from './transcript-text.ts';

function turn(speaker: string, ...texts: string[]): TranscriptTurn {
  const segments = texts.map((text, at) => ({
    id: `seg_${at}`,
    startMs: at,
    endMs: at + 1,
    text,
    layer: 'raw' as const,
    layers: { raw: text, corrected: null, edited: null },
    refusedChanges: 0,
    confidence: 1,
    language: null,
    words: [],
  }));
  return {
    turnId: 't',
    exchangeId: 'e',
    clipId: 'c',
    speaker,
    durationMs: 1,
    taskState: 'completed',
    recordingId: null,
    earlierVersions: 0,
    segments,
  };
}

describe('transcript on the clipboard', () => {
  it('names the speakers, and omits empty turns', () => {
    const turns = [turn('Ada', ' Good morning.', 'All ready?'), turn('Bo'), turn('Cy', 'Yes.')];
    expect(textOfTranscript({ turns })).toBe('Ada:\nGood morning. All ready?\n\nCy:\nYes.');
  });
});
