import type { EditedSegment } from '#contracts/api';

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
    confidence: 1,
    words: [],
  },
};
