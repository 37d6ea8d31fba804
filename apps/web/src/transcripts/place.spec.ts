import { placeAt, placeOfSegment, placeOfTurn } from './place.ts';
import { timelineOf } from './timeline.ts';
import { aTimeline, aTyped } from './transcript.fixture.ts';

const timeline = aTimeline();

describe('a place in a transcript', () => {
  it('is a turn, or a segment of it, with the moment at which it is heard', () => {
    expect(placeOfTurn(timeline, 'trn_c')).toEqual({
      ...{ turnId: 'trn_c', segmentIds: [], clipMs: 0 },
    });
    expect(placeOfSegment(timeline, 'seg_c_1')).toEqual({
      ...{ turnId: 'trn_c', segmentIds: ['seg_c_1'], clipMs: 40_000 },
    });
  });

  it('has no moment when it was typed, and is nothing when it is not there', () => {
    expect(placeOfTurn(timeline, 'trn_b')?.clipMs).toBeNull();
    expect(placeOfSegment(timeline, 'seg_b_0')?.clipMs).toBeNull();
    expect(placeOfTurn(timeline, 'trn_z')).toBeNull();
    expect(placeOfSegment(timeline, '')).toBeNull();
  });

  it.each([
    [0, 'seg_a_0', 0],
    [2_500, 'seg_a_1', 2_500],
    [59_999, 'seg_a_2', 59_999],
    [60_000, 'seg_c_0', 0],
    [101_000, 'seg_c_1', 41_000],
    [9_999_999, 'seg_c_1', 60_000],
  ])('of the moment %d is %s', (atMs, segmentId, clipMs) => {
    expect(placeAt(timeline, atMs)).toMatchObject({ segmentIds: [segmentId], clipMs });
  });

  it('of a moment is none where nothing has times', () => {
    expect(placeAt(timelineOf([aTyped('b')]), 1_000)).toBeNull();
    expect(placeAt([], 0)).toBeNull();
  });
});
