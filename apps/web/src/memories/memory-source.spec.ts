import type { TranscriptTurn } from '../api/types.ts';
import { aRecording, aSegment, aTyped } from '../transcripts/transcript.fixture.ts';
import { sourceOfMemory } from './memory-source.ts';

/** A turn of one exchange whose segments have these texts. */
function said(turn: TranscriptTurn, ...texts: readonly string[]): TranscriptTurn {
  const segments = texts.map((raw, n) => ({
    ...aSegment(`seg_${n}`, turn.clipId === null ? 0 : n * 5_000),
    ...(turn.clipId === null ? { endMs: 0 } : {}),
    ...{ text: raw, layers: { raw, corrected: null, edited: null } },
  }));
  return { ...turn, exchangeId: 'exc_1', segments };
}

const RECORDED = said(aRecording('a'), 'We meet.', 'On Monday', 'at ten.', 'Or not.');
const sourceOf = (narrative: string, ...turns: readonly TranscriptTurn[]) =>
  sourceOfMemory({ narrative, exchangeId: 'exc_1' }, turns);
const segmentsOf = (narrative: string, ...turns: readonly TranscriptTurn[]) =>
  sourceOf(narrative, ...turns)?.segments.map(({ segmentId }) => segmentId);

describe('the source of a memory', () => {
  it('is the segments of a recording that have its words', () => {
    expect(segmentsOf('Ada: On Monday at ten.', RECORDED)).toEqual(['seg_1', 'seg_2']);
    expect(sourceOf('Ada: Or not.', RECORDED)?.segments).toEqual([
      { turnId: 'trn_a', segmentId: 'seg_3', startMs: 15_000 },
    ]);
  });

  it('is found by what was heard, and by what is shown', () => {
    const [first] = RECORDED.segments;
    if (first === undefined) throw new Error('there is a segment');
    const tidied = { ...RECORDED, segments: [{ ...first, text: 'We meet, Tom.' }] };
    expect(segmentsOf('We meet.', tidied)).toEqual(['seg_0']);
    expect(segmentsOf('meet, Tom', tidied)).toEqual(['seg_0']);
  });

  it('is the typed turns that have its lines, each by itself', () => {
    const one = said(aTyped('b'), 'We meet on Monday.');
    const two = said({ ...aTyped('c'), speaker: 'Tom' }, 'Good.');
    const other = said(aTyped('d'), 'It rains.');
    expect(sourceOf('Ada: We meet on Monday.\nTom: Good.', one, two, other)).toEqual({
      ...{ turnIds: ['trn_b', 'trn_c'], segments: [] },
    });
  });

  it('is each of the turns that are one line', () => {
    const turns = [said(aTyped('b'), 'We meet.'), said(aTyped('c'), 'On Monday.')];
    expect(sourceOf('Ada: We meet. On Monday.', ...turns)?.turnIds).toEqual(['trn_b', 'trn_c']);
  });

  it('is the first turn of its exchange when a person has rewritten it', () => {
    const source = { turnIds: ['trn_a'], segments: [] };
    expect(sourceOf('Something else.', RECORDED)).toEqual(source);
    expect(sourceOf('', RECORDED)).toEqual(source);
  });

  it('is none when its exchange is not there', () => {
    expect(sourceOf('We meet.', aTyped('z'))).toBeNull();
    expect(sourceOfMemory({ narrative: 'We meet.', exchangeId: null }, [RECORDED])).toBeNull();
  });
});
