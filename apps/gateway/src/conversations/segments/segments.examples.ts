import type { EditedSegment, SegmentCorrections } from '#contracts/api';

export const EDITED_SEGMENT_EXAMPLE: EditedSegment = {
  revision: 3,
  segment: {
    id: 'seg_01jd3k4m5n6p7q8r9s0t1v2w43',
    startMs: 0,
    endMs: 0,
    text: 'Kaito starts the launch on Monday.',
    layer: 'edited',
    layers: {
      raw: 'kayto starts the the lunch on monday',
      corrected: 'Kaito starts the lunch on Monday.',
      edited: 'Kaito starts the launch on Monday.',
    },
    refusedChanges: 1,
    confidence: 1,
    language: null,
    words: [],
  },
};

const BY = {
  engine: 'builtin-2',
  taskId: 'tsk_01jd3k4m5n6p7q8r9s0t1v2w50',
  createdAt: '2026-11-27T09:00:00.000Z',
};

export const CORRECTIONS_EXAMPLE: SegmentCorrections = {
  segmentId: EDITED_SEGMENT_EXAMPLE.segment.id,
  raw: EDITED_SEGMENT_EXAMPLE.segment.layers.raw,
  changes: [
    {
      ...{ start: 0, end: 5, before: 'kayto', after: 'Kaito' },
      ...{ outcome: 'taken', rule: 'glossary', reason: null, ...BY },
    },
    {
      ...{ start: 13, end: 17, before: 'the ', after: '' },
      ...{ outcome: 'taken', rule: 'stutter', reason: null, ...BY },
    },
    {
      ...{ start: 21, end: 26, before: 'lunch', after: 'launch' },
      ...{ outcome: 'refused', rule: null, reason: 'words_changed', ...BY },
    },
  ],
};
