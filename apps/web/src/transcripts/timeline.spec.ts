import type { TranscriptTurn } from '../api/types.ts';
import { clipAt, hasTimes, heardTurn, isAudible, timelineOf } from './timeline.ts';
import { aSegment } from './transcript.fixture.ts';

function turn(clipId: string, durationMs: number | null, taskState: 'completed' | 'failed') {
  const entry: TranscriptTurn = {
    turnId: clipId,
    exchangeId: 'exc_1',
    clipId,
    speaker: 'Ada',
    durationMs,
    taskState,
    recordingId: null,
    earlierVersions: 0,
    segments: [],
  };
  return entry;
}

const TIMELINE = timelineOf([
  turn('first', 6_000, 'completed'),
  turn('unreadable', null, 'failed'),
  turn('cut off', 4_000, 'failed'),
  turn('last', 5_000, 'completed'),
]);

describe('the common timeline of a conversation', () => {
  it('places the turns one after another', () => {
    expect(TIMELINE.map(({ startMs }) => startMs)).toEqual([0, 6_000, 6_000, 10_000]);
  });

  it('uses the end of the text when the duration of a clip is unknown', () => {
    const segment = {
      id: 's',
      startMs: 100,
      endMs: 900,
      text: 'Hi.',
      refusedChanges: 0,
      confidence: 1,
      language: null,
      words: [],
    };
    const layers = { raw: 'Hi.', corrected: null, edited: null };
    const segments = [{ ...segment, layer: 'raw' as const, layers }];
    expect(timelineOf([{ ...turn('a', null, 'completed'), segments }])[0]?.endMs).toBe(900);
  });

  it.each([
    [-5, 'first', 0],
    [2_500, 'first', 2_500],
    [7_000, 'first', 6_000],
    [10_000, 'last', 0],
    [99_000, 'last', 5_000],
  ])('at %d ms plays %s from %d ms', (atMs, clipId, positionMs) => {
    const place = clipAt(TIMELINE, atMs);
    expect([place?.turn.clipId, place?.positionMs]).toEqual([clipId, positionMs]);
  });

  it('has nothing to play while no clip is transcribed', () => {
    expect(clipAt(timelineOf([turn('only', 3_000, 'failed')]), 0)).toBeNull();
  });
});

describe('turns of one recording', () => {
  const heard = (turnId: string, ...startsMs: readonly number[]) => ({
    ...turn('shared', 20_000, 'completed'),
    turnId,
    segments: startsMs.map((startMs) => aSegment(`${turnId} ${startMs}`, startMs)),
  });
  const ada = heard('ada', 1_000, 9_000);
  const bob = heard('bob', 4_000);
  const timeline = timelineOf([
    turn('before', 6_000, 'completed'),
    ...[ada, bob],
    turn('after', 1_000, 'completed'),
  ]);

  it('have the place of the recording', () => {
    expect(timeline.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [0, 6_000],
      [6_000, 26_000],
      [6_000, 26_000],
      [26_000, 27_000],
    ]);
    expect(timeline.map(({ beginsMs }) => beginsMs)).toEqual([0, 0, 4_000, 0]);
  });

  it.each([
    [0, 'ada'],
    [3_000, 'ada'],
    [4_000, 'bob'],
    [8_999, 'bob'],
    [9_000, 'ada'],
  ])('are heard at %d ms: %s', (atMs, turnId) => {
    expect(heardTurn([ada, bob], atMs)?.turnId).toBe(turnId);
  });

  it('can be heard while they wait for another transcription', () => {
    const waiting = { ...bob, taskState: 'pending' as const };
    expect([waiting, { ...waiting, segments: [] }].map(isAudible)).toEqual([true, false]);
  });

  it('may have words without times', () => {
    const untimed = { ...bob, segments: [{ ...aSegment('x', 0), endMs: 0 }] };
    expect([bob, untimed, { ...bob, segments: [] }].map(hasTimes)).toEqual([true, false, true]);
  });
});
