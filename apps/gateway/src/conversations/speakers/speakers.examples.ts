import type { ConversationSpeakers } from '#contracts/api';
import { EXAMPLE } from '../../openapi/example-ids.ts';

export const SPEAKERS_EXAMPLE: ConversationSpeakers = {
  conversationId: EXAMPLE.conversationId,
  ownerId: 'ada',
  revision: 3,
  speakers: [
    {
      ...{ name: 'Ada', voiceLabels: ['Speaker 1'], turnCount: 14, talkMs: 412_300 },
      samples: [{ clipId: EXAMPLE.clipId, startMs: 300, endMs: 8_300 }],
    },
    {
      ...{ name: 'Speaker 2', voiceLabels: ['Speaker 2'], turnCount: 13, talkMs: 268_900 },
      samples: [{ clipId: EXAMPLE.clipId, startMs: 9_100, endMs: 14_650 }],
    },
  ],
  suggestions: [
    {
      ...{ speaker: 'Speaker 2', name: 'Grace', certainty: 0.87 },
      voiceProfileId: EXAMPLE.voiceProfileId,
    },
  ],
  changes: [
    {
      ...{ id: 'spk_01jd3k4m5n6p7q8r9s0t1v2w60', from: 'Speaker 1', to: 'Ada', passages: 0 },
      ...{ createdAt: '2026-11-22T09:35:00.000Z', undoneAt: null },
    },
  ],
};
