import { citationsOf, type Cited } from './citations.ts';
import { aTimeline } from './transcript.fixture.ts';

const timeline = aTimeline();
type Source = readonly [turn: string, segment?: string, startMs?: number];
const point = (...cited: readonly Source[]) => {
  const turnIds = [...new Set(cited.map(([turn]) => `trn_${turn}`))];
  const segments = cited.flatMap(([turn, segment, startMs = 0]) =>
    segment === undefined ? [] : [{ turnId: `trn_${turn}`, segmentId: segment, startMs }],
  );
  return { turnIds, segments } satisfies Cited;
};
const labels = (...cited: readonly Source[]) =>
  citationsOf(point(...cited), timeline).map(({ label }) => label);

describe('the sources of a point', () => {
  it('are moments on the timeline of the conversation for recordings, numbers for typed turns', () => {
    expect(labels(['a', 'seg_a_2', 30_000])).toEqual(['0:30']);
    expect(labels(['c', 'seg_c_1', 40_000])).toEqual(['1:40']);
    expect(labels(['b'])).toEqual(['2']);
    expect(labels(['a', 'seg_a_0', 0], ['b'])).toEqual(['0:00', '2']);
  });

  it('name the segments that are lit and the moment that is heard', () => {
    const [citation] = citationsOf(point(['c', 'seg_c_1', 40_000]), timeline);
    const place = { turnId: 'trn_c', segmentIds: ['seg_c_1'], clipMs: 40_000 };
    expect(citation).toMatchObject({ place, speaker: 'Ada', hash: '#seg_c_1&t=100' });
  });

  it('are one where segments follow each other, and several where they do not', () => {
    expect(labels(['a', 'seg_a_0', 0], ['a', 'seg_a_1', 2_000])).toEqual(['0:00']);
    const [both] = citationsOf(point(['a', 'seg_a_0', 0], ['a', 'seg_a_1', 2_000]), timeline);
    expect(both?.place?.segmentIds).toEqual(['seg_a_0', 'seg_a_1']);
    expect(labels(['c', 'seg_c_0', 5_000], ['a', 'seg_a_2', 30_000])).toEqual(['1:05', '0:30']);
  });

  it('are numbers in summaries that name only turns', () => {
    expect(labels(['a'], ['c'])).toEqual(['1', '3']);
  });

  it('are what is heard at the same moment when a recording was transcribed again', () => {
    const [citation] = citationsOf(point(['a', 'seg_earlier', 31_000]), timeline);
    expect(citation).toMatchObject({ label: '0:31', place: { segmentIds: ['seg_a_2'] } });
    expect(labels(['a', 'seg_x', 30_100], ['a', 'seg_y', 31_000])).toEqual(['0:30']);
  });

  it('are question marks when the turn is gone', () => {
    const [citation] = citationsOf(point(['z', 'seg_z_0', 0]), timeline);
    expect(citation).toMatchObject({ label: '?', place: null });
  });
});
