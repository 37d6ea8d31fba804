import type { VoiceProfile } from '#contracts/api';
import { EXAMPLE } from '../openapi/example-ids.ts';

export const VOICE_PROFILE_EXAMPLE: VoiceProfile = {
  id: EXAMPLE.voiceProfileId,
  ...{ ownerId: 'ada', name: 'Grace', conversationId: EXAMPLE.conversationId },
  ...{ voiceLabel: 'Speaker 2', heardMs: 96_000 },
  engine: 'voices:0f4c2f0c9d3b4e6f8a1b2c3d4e5f6071',
  createdAt: EXAMPLE.createdAt,
};
