import type { SummaryPoint } from '#contracts/model';
import { CheckedPoints } from './checked-points.ts';

const LAUNCH = { text: 'The launch moves to May 4.', turnIds: ['t1'] };
const AGAIN = { text: 'The launch moves to May 4, then.', turnIds: ['t5'] };
const ROOF = { text: 'We never paid Jill for the roof.', turnIds: ['t3'] };
const CALL = { text: 'Call the agency.', turnIds: ['t2'], who: 'Tom', when: null };
const HEARD = {
  ...{ text: 'The ads cost 500 euros.', turnIds: ['t7'] },
  segments: [{ turnId: 't7', segmentId: 's2', startMs: 900 }],
};

const checked = new CheckedPoints([LAUNCH, AGAIN, ROOF, CALL, HEARD]);
const heldOf = (point: SummaryPoint) => checked.held(point);

describe('a point that was checked before', () => {
  it.each([LAUNCH, AGAIN, ROOF, CALL, HEARD])('holds: %j', (point) => {
    expect(heldOf(point)).toEqual(point);
  });

  it('holds with the sources of others that say the same, and without all others', () => {
    const merged = { ...LAUNCH, turnIds: ['t1', 't3', 't5', 't9'] };
    expect(heldOf(merged)).toEqual({ ...LAUNCH, turnIds: ['t1', 't5'] });
  });

  it('holds with the segments that were cited for it', () => {
    const other = { turnId: 't8', segmentId: 's9', startMs: 0 };
    const merged = { ...HEARD, turnIds: ['t7', 't8'], segments: [...HEARD.segments, other] };
    expect(heldOf(merged)).toEqual(HEARD);
  });

  it.each([
    ['it says something else', { ...LAUNCH, text: 'The launch moves to May 5.' }],
    ['it cites what was cited for nothing like it', { ...LAUNCH, turnIds: ['t3'] }],
    ['it cites nothing', { ...LAUNCH, turnIds: [] }],
    ['another person is to do it', { ...CALL, who: 'Ada' }],
    ['it has a time', { ...CALL, when: 'on Friday' }],
  ])('has to be checked when %s', (_why, point) => {
    expect(heldOf(point)).toBeNull();
  });
});
