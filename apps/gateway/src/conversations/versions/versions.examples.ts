import type { TextVersion } from '#contracts/api';
import { EXAMPLE } from '../../openapi/example-ids.ts';

export const TEXT_VERSION_EXAMPLE: TextVersion = {
  id: 'ver_01jd3k4m5n6p7q8r9s0t1v2w48',
  conversationId: EXAMPLE.conversationId,
  turnId: EXAMPLE.turnId,
  clipId: EXAMPLE.clipId,
  revision: 1,
  replacedByTaskId: EXAMPLE.taskId,
  createdAt: '2026-11-22T10:02:00.000Z',
  segments: [
    {
      startMs: 300,
      endMs: 1900,
      text: 'Good morning, every one.',
      layer: 'raw',
      layers: { raw: 'Good morning, every one.', corrected: null, edited: null },
      confidence: 0.81,
    },
  ],
};
