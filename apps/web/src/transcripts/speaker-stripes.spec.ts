import { describe, expect, it } from '@jest/globals';
import { speakerStripes, stripesBackground } from './speaker-stripes.ts';
import { timelineOf } from './timeline.ts';
import { aRecording, aSegment, aTyped } from './transcript.fixture.ts';

const tints = new Map([
  ['Ada', 1],
  ['Tom', 2],
]);
const turn = (
  turnId: string,
  speaker: string,
  ...times: readonly (readonly [startMs: number, endMs: number])[]
) => ({
  ...aRecording('talk'),
  ...{ turnId, speaker, durationMs: times.at(-1)?.[1] ?? 0 },
  segments: times.map(([startMs, endMs], n) => ({
    ...aSegment(`${turnId}_${n}`, startMs),
    endMs,
  })),
});
const stripesOf = (...turns: readonly ReturnType<typeof turn>[]) =>
  speakerStripes(timelineOf(turns), tints);

describe('the stripes of speakers', () => {
  it('show who is heard when, as shares of the length', () => {
    const stripes = stripesOf(
      turn('trn_1', 'Ada', [0, 2_000], [2_500, 4_000]),
      turn('trn_2', 'Tom', [5_000, 10_000]),
    );
    expect(stripes).toEqual([
      { from: 0, to: 0.4, tint: 1 },
      { from: 0.5, to: 1, tint: 2 },
    ]);
    expect(stripesBackground(stripes)).toBe(
      'linear-gradient(to right, transparent 0.00%, var(--tint-1) 0.00% 40.00%, transparent 40.00%, transparent 50.00%, var(--tint-2) 50.00% 100.00%, transparent 100.00%)',
    );
  });

  it('never overlap, and leave out what nobody could see', () => {
    const stripes = stripesOf(
      turn('trn_1', 'Ada', [0, 5_000]),
      turn('trn_2', 'Tom', [4_000, 6_000]),
      turn('trn_3', 'Ada', [6_000, 6_005]),
      turn('trn_4', 'Tom', [6_005, 10_000]),
    );
    expect(stripes).toEqual([
      { from: 0, to: 0.5, tint: 1 },
      { from: 0.5, to: 1, tint: 2 },
    ]);
  });

  it('are few, however many turns there are', () => {
    const turns = Array.from({ length: 20_000 }, (_, n) =>
      turn(`trn_${n}`, n % 2 === 0 ? 'Ada' : 'Tom', [n * 10, n * 10 + 10]),
    );
    expect(stripesOf(...turns).length).toBeLessThanOrEqual(1_000);
  });

  it('are none without recordings', () => {
    expect(stripesOf()).toEqual([]);
    expect(speakerStripes(timelineOf([aTyped('a')]), tints)).toEqual([]);
    expect(stripesBackground([])).toBe('none');
  });
});
