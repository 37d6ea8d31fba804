import { defineSearchAttributeKey } from '@temporalio/common';

/**
 * Search attributes of the workflows, by which operators find runs in the Temporal Web UI. They
 * hold ids and names only, never text of a conversation.
 */
export const SEARCH_ATTRIBUTES = {
  taskType: defineSearchAttributeKey('TaskType', 'KEYWORD'),
  owner: defineSearchAttributeKey('Owner', 'KEYWORD'),
  task: defineSearchAttributeKey('Task', 'KEYWORD'),
  conversation: defineSearchAttributeKey('Conversation', 'KEYWORD'),
} as const;
