import type { TranscriptSegment, TranscriptTurn } from '../api/types.ts';
import { deletableParts } from './deletable-parts.ts';

const SEGMENT: TranscriptSegment = {
  ...{
    id: 'seg_1',
    startMs: 0,
    endMs: 0,
    text: '',
    layer: 'raw',
    refusedChanges: 0,
    confidence: 1,
    language: null,
    words: [],
  },
  layers: { raw: '', corrected: null, edited: null },
};

/** A turn of Ada. */
function turn(
  turnId: string,
  exchangeId: string,
  given: Partial<TranscriptTurn> = {},
): TranscriptTurn {
  const segments = [{ ...SEGMENT, text: `Words of ${turnId}.` }];
  const recording = { clipId: null, recordingId: null, durationMs: null, taskState: null };
  return {
    turnId,
    exchangeId,
    speaker: 'Ada',
    ...recording,
    earlierVersions: 0,
    segments,
    ...given,
  };
}

const partsOf = (...turns: readonly TranscriptTurn[]) =>
  [...deletableParts('cnv_1', turns, (id) => (id === 'clp_1' ? 'talk.wav' : undefined))].map(
    ([turnId, { kind, id, belongsTo, title, label }]) => ({
      ...{ turnId, kind, id, belongsTo, title, label },
    }),
  );

describe('what can be deleted of a conversation', () => {
  it('is an exchange, at its first turn', () => {
    expect(partsOf(turn('trn_1', 'exc_1'), turn('trn_2', 'exc_1'), turn('trn_3', 'exc_2'))).toEqual(
      [
        {
          ...{ turnId: 'trn_1', kind: 'exchange', id: 'exc_1', belongsTo: 'cnv_1' },
          ...{ title: 'Ada: Words of trn_1.', label: 'Delete these 2 turns' },
        },
        {
          ...{ turnId: 'trn_3', kind: 'exchange', id: 'exc_2', belongsTo: 'cnv_1' },
          ...{ title: 'Ada: Words of trn_3.', label: 'Delete' },
        },
      ],
    );
  });

  it('is a recording, named by its file when that is known', () => {
    const recordings = partsOf(
      turn('trn_1', 'exc_1', { clipId: 'clp_1' }),
      turn('trn_2', 'exc_2', { clipId: 'clp_2' }),
    );
    expect(recordings).toMatchObject([
      { turnId: 'trn_1', kind: 'clip', id: 'clp_1', title: 'talk.wav', label: 'Delete recording' },
      { turnId: 'trn_2', kind: 'clip', id: 'clp_2', title: 'Recording of Ada' },
    ]);
  });

  it('is a recording with all turns that are heard in it, at the first of them', () => {
    const heard = { clipId: 'clp_1' };
    const parts = partsOf(
      ...[turn('trn_1', 'exc_1', heard), turn('trn_2', 'exc_1', heard)],
      turn('trn_3', 'exc_2', { clipId: 'clp_2' }),
    );
    expect(parts.map(({ turnId, label }) => [turnId, label])).toEqual([
      ['trn_1', 'Delete recording and its 2 turns'],
      ['trn_3', 'Delete recording'],
    ]);
  });

  it('is named by the beginning of a long text', () => {
    const text = '\u{1F600}'.repeat(100);
    const [part] = partsOf(turn('trn_1', 'exc_1', { segments: [{ ...SEGMENT, text }] }));
    expect(part?.title).toBe(`Ada: ${'\u{1F600}'.repeat(55)}…`);
  });
});
