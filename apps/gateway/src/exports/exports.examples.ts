import type { Export } from '#contracts/api';
import { EXAMPLE } from '../openapi/example-ids.ts';

const PENDING: Export = {
  id: EXAMPLE.exportId,
  ownerId: 'ada',
  scope: { kind: 'conversation', id: EXAMPLE.conversationId },
  taskId: EXAMPLE.exportTaskId,
  state: 'pending',
  progress: { stage: null, unit: 'bytes', done: 0, total: null, percent: 0 },
  warnings: [],
  error: null,
  counts: null,
  file: null,
  createdAt: EXAMPLE.createdAt,
};

export const REQUESTED_EXPORT_EXAMPLE = PENDING;

export const EXPORT_EXAMPLE: Export = {
  ...PENDING,
  state: 'completed',
  progress: {
    ...{ stage: 'finish', unit: 'bytes', done: 1_940_112, total: 1_940_112, percent: 100 },
  },
  counts: {
    ...{ conversations: 1, projects: 0, clips: 1, documents: 0 },
    ...{ memories: 4, events: 31, problems: 0 },
  },
  file: {
    name: 'Launch planning 2026-11-22.zip',
    sizeBytes: 1_902_664,
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    url: `/exports/${EXAMPLE.exportId}/file`,
    expiresAt: '2026-11-29T09:30:00.000Z',
  },
};
