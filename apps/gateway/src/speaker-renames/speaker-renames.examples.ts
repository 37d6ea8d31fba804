import type { PreviewSpeakerRename, RenamedConversation, SpeakerRename } from '#contracts/api';
import { EXAMPLE } from '../openapi/example-ids.ts';

const RENAME_BODY: PreviewSpeakerRename = { ownerId: 'ada', from: 'Ada', to: 'Ada King' };

export const RENAME_BODIES: Readonly<Record<string, { readonly value: PreviewSpeakerRename }>> = {
  name: { value: RENAME_BODY },
  label: { value: { ownerId: 'ada', from: 'Speaker', to: 'Ada' } },
};

export const RENAME_PREVIEW_EXAMPLE: SpeakerRename = {
  id: EXAMPLE.speakerRenameId,
  ...RENAME_BODY,
  conversationCount: 13,
  counts: { pending: 12, renamed: 0, taken: 1, gone: 0, undone: 0 },
  applied: null,
  undone: null,
  createdAt: EXAMPLE.createdAt,
};

export const RENAME_APPLIED_EXAMPLE: SpeakerRename = {
  ...RENAME_PREVIEW_EXAMPLE,
  applied: { taskId: EXAMPLE.bulkTaskId, state: 'pending' },
};

export const RENAME_UNDONE_EXAMPLE: SpeakerRename = {
  ...RENAME_PREVIEW_EXAMPLE,
  counts: { pending: 0, renamed: 12, taken: 1, gone: 0, undone: 0 },
  applied: { taskId: EXAMPLE.bulkTaskId, state: 'completed' },
  undone: { taskId: EXAMPLE.retentionTaskId, state: 'pending' },
};

export const RENAMED_CONVERSATION_EXAMPLE: RenamedConversation = {
  conversationId: EXAMPLE.conversationId,
  title: 'Launch planning',
  outcome: 'pending',
};
