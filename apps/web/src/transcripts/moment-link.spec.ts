import { linkedPlace, momentMs, namesPlace, segmentHash } from './moment-link.ts';
import { aTimeline } from './transcript.fixture.ts';

const timeline = aTimeline();
const place = (hash: string, t: string | null = null) => linkedPlace({ hash, t }, timeline);

describe('a moment in an address', () => {
  it.each([
    ['192', 192_000],
    ['192s', 192_000],
    ['192.25', 192_250],
    ['3:12', 192_000],
    ['1:02:03.5', 3_723_500],
    ['0', 0],
  ])('%s is read', (text, ms) => {
    expect(momentMs(text)).toBe(ms);
  });

  it.each(['', 'x', '-3', '1:', ':1', '1:2:3:4', '1e9', '٣', '9'.repeat(400), '1.2.3'])(
    '%j is none',
    (text) => {
      expect(momentMs(text)).toBeNull();
    },
  );
});

describe('the place that an address names', () => {
  it('is a segment, a turn, or what is heard at a moment', () => {
    expect(place('#seg_a_1')?.segmentIds).toEqual(['seg_a_1']);
    expect(place('#trn_b')).toMatchObject({ turnId: 'trn_b', segmentIds: [] });
    expect(place('#t=31')).toMatchObject({ segmentIds: ['seg_a_2'], clipMs: 31_000 });
    expect(place('', '1:05')?.segmentIds).toEqual(['seg_c_0']);
  });

  it('is the first that is there: a link to a segment that is gone leads to its moment', () => {
    expect(place('#seg_gone&t=100')?.segmentIds).toEqual(['seg_c_1']);
    expect(place('#seg_gone&trn_c')?.turnId).toBe('trn_c');
    expect(place('#seg_a_1&t=100')?.segmentIds).toEqual(['seg_a_1']);
  });

  it('is none for anything else', () => {
    for (const hash of ['', '#', '#main', '#seg_gone', '#t=soon', '#%E0%A4%A']) {
      expect(place(hash)).toBeNull();
    }
  });

  it('is told from the other parts of a page', () => {
    expect(namesPlace({ hash: '#seg_x&t=3', t: null })).toBe(true);
    expect(namesPlace({ hash: '#t=3', t: null })).toBe(true);
    expect(namesPlace({ hash: '', t: '3' })).toBe(true);
    expect(namesPlace({ hash: '#main', t: null })).toBe(false);
    expect(namesPlace({ hash: '', t: null })).toBe(false);
  });

  it('is found again by the link to a segment', () => {
    for (const { turn, startMs } of timeline) {
      for (const segment of turn.segments) {
        const atMs = turn.clipId === null ? null : startMs + segment.startMs;
        expect(place(segmentHash(segment.id, atMs))?.segmentIds).toEqual([segment.id]);
      }
    }
    expect(segmentHash('seg_a_1', 2_000)).toBe('#seg_a_1&t=2');
  });
});
