import { defineSearchAttributeKey } from '@temporalio/common';

/**
 * Search attributes of the workflows, by which operators find runs in the Temporal Web UI. They
 * hold ids and names only, never text of a conversation.
 */
export const SEARCH_ATTRIBUTES = {
  taskType: defineSearchAttributeKey('AfterwordTaskType', 'KEYWORD'),
  owner: defineSearchAttributeKey('AfterwordOwner', 'KEYWORD'),
  task: defineSearchAttributeKey('AfterwordTask', 'KEYWORD'),
  conversation: defineSearchAttributeKey('AfterwordConversation', 'KEYWORD'),
  project: defineSearchAttributeKey('AfterwordProject', 'KEYWORD'),
} as const;
