import type { Transcript } from '#contracts/api';
import { EXAMPLE } from '../../openapi/example-ids.ts';

export const TRANSCRIPT_EXAMPLE: Transcript = {
  conversationId: EXAMPLE.conversationId,
  title: 'Launch planning',
  ownerId: 'ada',
  tags: ['launch'],
  revision: 1,
  createdAt: EXAMPLE.createdAt,
  complete: true,
  turns: [
    {
      turnId: EXAMPLE.turnId,
      exchangeId: EXAMPLE.exchangeId,
      clipId: EXAMPLE.clipId,
      recordingId: EXAMPLE.clipId,
      speaker: 'Ada',
      durationMs: 2100,
      taskState: 'completed',
      earlierVersions: 0,
      segments: [
        {
          id: 'seg_01jd3k4m5n6p7q8r9s0t1v2w41',
          startMs: 300,
          endMs: 1900,
          text: 'Good morning, everyone.',
          layer: 'raw',
          layers: { raw: 'Good morning, everyone.', corrected: null, edited: null },
          refusedChanges: 0,
          confidence: 0.94,
          language: 'en',
          words: [
            { startMs: 300, endMs: 620, text: 'Good', confidence: 0.97 },
            { startMs: 620, endMs: 1080, text: 'morning,', confidence: 0.95 },
            { startMs: 1150, endMs: 1900, text: 'everyone.', confidence: 0.9 },
          ],
        },
      ],
    },
  ],
};
