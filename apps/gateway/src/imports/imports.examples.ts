import type { Import } from '#contracts/api';
import { EXAMPLE } from '../openapi/example-ids.ts';

export const REQUESTED_IMPORT_EXAMPLE: Import = {
  id: EXAMPLE.importId,
  ownerId: 'ada',
  fileName: 'Launch planning.vtt',
  sizeBytes: 48_211,
  sha256: '5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef',
  format: null,
  taskId: EXAMPLE.importTaskId,
  state: 'pending',
  progress: { stage: null, unit: 'bytes', done: 0, total: null, percent: 0 },
  warnings: [],
  error: null,
  counts: null,
  conversationId: null,
  createdAt: EXAMPLE.createdAt,
};

export const IMPORT_EXAMPLE: Import = {
  ...REQUESTED_IMPORT_EXAMPLE,
  format: 'vtt',
  state: 'completed',
  progress: { stage: 'store', unit: 'bytes', done: 96_422, total: 96_422, percent: 100 },
  counts: {
    ...{ conversations: 1, projects: 0, clips: 0, documents: 0 },
    ...{ memories: 14, alreadyThere: 0 },
  },
  conversationId: EXAMPLE.conversationId,
};
