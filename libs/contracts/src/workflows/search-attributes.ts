import { defineSearchAttributeKey } from '@temporalio/common';

/**
 * Search attributes of every Afterword workflow: what an operator finds runs by in the Temporal
 * Web UI. Keyword attributes hold ids and names only, never text of a conversation.
 */
export const SEARCH_ATTRIBUTES = {
  taskType: defineSearchAttributeKey('TaskType', 'KEYWORD'),
  owner: defineSearchAttributeKey('Owner', 'KEYWORD'),
  task: defineSearchAttributeKey('Task', 'KEYWORD'),
  conversation: defineSearchAttributeKey('Conversation', 'KEYWORD'),
} as const;
