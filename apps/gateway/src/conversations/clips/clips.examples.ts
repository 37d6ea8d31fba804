import type { Clip } from '#contracts/api';
import { EXAMPLE } from '../../openapi/example-ids.ts';

export const CLIP_EXAMPLE: Clip = {
  id: EXAMPLE.clipId,
  conversationId: EXAMPLE.conversationId,
  turnId: EXAMPLE.turnId,
  speaker: 'Ada',
  fileName: 'monday-call.m4a',
  sizeBytes: 1_843_200,
  sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  durationMs: null,
  container: null,
  codec: null,
  taskId: EXAMPLE.taskId,
  taskState: 'pending',
  audioRemovedAt: null,
  createdAt: '2026-11-22T09:30:05.000Z',
};
