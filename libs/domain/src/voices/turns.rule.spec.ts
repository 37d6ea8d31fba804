import { describe, expect, it } from '@jest/globals';
import type { HeardSegment } from '#contracts/model';
import { segmentOf } from '../transcription/heard.fixture.ts';
import { segmentsBySpeaker, speakerIn } from './speaker-segments.rule.ts';
import { speakerTurns } from './turns.rule.ts';

const embedding = new Float32Array(0);
const window = (startMs: number, endMs: number) => ({ startMs, endMs, embedding });
const turn = (startMs: number, endMs: number, speaker: number) => ({ startMs, endMs, speaker });

describe('speakerTurns', () => {
  it('change in the middle between two windows', () => {
    const windows = [window(0, 1_500), window(750, 2_250), window(1_500, 3_000)];
    const turns = speakerTurns([{ startMs: 0, endMs: 3_000 }], windows, [0, 1, 1]);
    expect(turns).toEqual([turn(0, 1_125, 0), turn(1_125, 3_000, 1)]);
  });

  it('go on over a short pause of one speaker, and end with a long one', () => {
    const regions = [0, 2_000, 5_000].map((startMs) => ({ startMs, endMs: startMs + 1_600 }));
    const windows = regions.map(({ startMs }) => window(startMs, startMs + 1_500));
    const turns = speakerTurns(regions, windows, [0, 0, 0]);
    expect(turns).toEqual([turn(0, 3_600, 0), turn(5_000, 6_600, 0)]);
  });

  it('give a short sound to the nearest speaker', () => {
    const regions = [
      { startMs: 0, endMs: 1_500 },
      { startMs: 2_700, endMs: 3_000 },
      { startMs: 3_200, endMs: 4_700 },
    ];
    const windows = [window(0, 1_500), window(3_200, 4_700)];
    const turns = speakerTurns(regions, windows, [0, 1]);
    expect(turns).toEqual([turn(0, 1_500, 0), turn(2_700, 4_700, 1)]);
  });

  it('are none where no voice was heard', () => {
    expect(speakerTurns([], [], [])).toEqual([]);
    expect(speakerTurns([{ startMs: 0, endMs: 300 }], [], [])).toEqual([]);
  });
});

describe('segmentsBySpeaker', () => {
  const turns = [turn(0, 2_500, 0), turn(2_500, 6_000, 1)];

  it('cuts a segment where the speaker changes, and keeps each word', () => {
    const segment = segmentOf('How are you? Fine, thanks.', 0);
    const spoken = segmentsBySpeaker([segment], turns);
    expect(spoken.map(({ speaker, segment: { text } }) => [speaker, text])).toEqual([
      [0, 'How are you?'],
      [1, 'Fine, thanks.'],
    ]);
    expect(spoken.flatMap(({ segment: { words } }) => words)).toEqual(segment.words);
    expect(spoken[1]?.segment.startMs).toBe(3_000);
  });

  it.each([
    ['How are - Fine, thanks.', ['How are -', 'Fine, thanks.']],
    ['How are you? Fine … —', ['How are you?', 'Fine … —']],
    ['— How are Fine, thanks.', ['— How are', 'Fine, thanks.']],
  ])('never leaves a mark alone: %s', (text, parts) => {
    const spoken = segmentsBySpeaker([segmentOf(text, 0)], turns);
    expect(spoken.map(({ segment }) => segment.text)).toEqual(parts);
  });

  it('cuts the text as it is written, and no mark off the word before it', () => {
    const segment = segmentOf('How are might - Fine- thanks.', 0);
    const words = segment.words.map((word) => ({ ...word }));
    // The mark has the time of the next speaker.
    const cut = { ...segment, text: 'How are might- Fine- thanks.', words };
    const spoken = segmentsBySpeaker([cut], turns);
    expect(spoken.map(({ speaker, segment: { text } }) => [speaker, text])).toEqual([
      [0, 'How are might-'],
      [1, 'Fine- thanks.'],
    ]);
  });

  it.each([
    [
      'the last',
      'So are you well today? I am, thanks.',
      ['So are you well today?', 'I am, thanks.'],
      4_000,
    ],
    ['the first', 'Are you well? So I am, thanks.', ['Are you well?', 'So I am, thanks.'], 4_000],
  ])('does not cut %s word off its sentence', (_which, text, parts, changeMs) => {
    const [before, after] = [turn(0, changeMs, 0), turn(changeMs, 20_000, 1)];
    const segment = segmentOf(text, 0);
    const texts = (segments: readonly HeardSegment[]) =>
      segmentsBySpeaker(segments, [before, after]).map((spoken) => spoken.segment.text);
    const cut = segment.words.findIndex(({ startMs }) => startMs >= changeMs);
    expect(cut).not.toBe(parts[0]!.split(' ').length);
    expect(texts([segment])).toEqual(parts);
  });

  it('lets one person end what another begins, and a word be a sentence', () => {
    const spoken = segmentsBySpeaker(
      [segmentOf('And then we fine, thanks. Yes. No.', 0)],
      [turn(0, 2_700, 0), turn(2_700, 4_700, 1), turn(4_700, 5_700, 0), turn(5_700, 9_000, 1)],
    );
    expect(spoken.map(({ segment }) => segment.text)).toEqual([
      'And then we',
      'fine, thanks.',
      'Yes.',
      'No.',
    ]);
  });

  it('leaves a segment of one speaker as it is', () => {
    const segment = segmentOf('Fine, thanks.', 3_000);
    expect(segmentsBySpeaker([segment], turns)).toEqual([{ speaker: 1, segment }]);
  });

  it('gives words outside of all turns to the nearest one', () => {
    expect(speakerIn({ startMs: 9_000, endMs: 9_100 }, turns)).toBe(1);
    const apart = [turn(1_000, 2_000, 0), turn(6_000, 7_000, 1)];
    expect(speakerIn({ startMs: 2_500, endMs: 2_600 }, apart)).toBe(0);
    expect(speakerIn({ startMs: 5_000, endMs: 5_400 }, apart)).toBe(1);
    expect(speakerIn({ startMs: 0, endMs: 100 }, [])).toBe(0);
  });

  it('takes the times of a segment that has no words', () => {
    const segment: HeardSegment = { ...segmentOf('Fine.', 4_000), words: [] };
    expect(segmentsBySpeaker([segment], turns)).toEqual([{ speaker: 1, segment }]);
  });
});
