import type { BulkChange, RequestBulkChange } from '#contracts/api';
import { EXAMPLE } from '../openapi/example-ids.ts';

export const BULK_CHANGE_BODIES: Readonly<
  Record<string, { readonly summary: string; readonly value: RequestBulkChange }>
> = {
  named: {
    summary: 'Delete what is named',
    value: {
      action: 'delete',
      ids: [EXAMPLE.conversationId, EXAMPLE.memoryId],
      permanently: false,
    },
  },
  filtered: {
    summary: 'Archive all that a filter finds',
    value: { action: 'archive', ownerId: 'ada', conversations: { search: 'weekly standup' } },
  },
  undone: {
    summary: 'Take back what a task has deleted',
    value: { action: 'restore', bin: { deletedBy: EXAMPLE.bulkTaskId } },
  },
  emptied: {
    summary: 'Empty the bin of an owner',
    value: { action: 'delete', ownerId: 'ada', bin: {}, permanently: true },
  },
};

export const REQUESTED_BULK_CHANGE_EXAMPLE: BulkChange = {
  id: EXAMPLE.bulkChangeId,
  ownerId: 'ada',
  action: 'delete',
  permanently: false,
  taskId: EXAMPLE.bulkTaskId,
  state: 'pending',
  progress: { stage: null, unit: 'items', done: 0, total: 120, percent: 0 },
  error: null,
  changed: 0,
  unchanged: 0,
  createdAt: EXAMPLE.createdAt,
};

export const BULK_CHANGE_EXAMPLE: BulkChange = {
  ...REQUESTED_BULK_CHANGE_EXAMPLE,
  state: 'completed',
  progress: { stage: 'change', unit: 'items', done: 120, total: 120, percent: 100 },
  changed: 119,
  unchanged: 1,
};
