import type { Conversation, ListedConversation } from '#contracts/api';
import { EXAMPLE } from '../openapi/example-ids.ts';

export const CONVERSATION_EXAMPLE: Conversation = {
  id: EXAMPLE.conversationId,
  ownerId: 'ada',
  projectId: null,
  title: 'Launch planning',
  tags: ['launch'],
  glossary: ['Kaito'],
  summaryStyle: { template: 'minutes', prompt: null },
  transcriptStyle: null,
  spokenLanguage: null,
  revision: 1,
  summaryRevision: 1,
  exchangeCount: 1,
  archivedAt: null,
  transcriptRemovedAt: null,
  clipCount: 1,
  createdAt: EXAMPLE.createdAt,
  updatedAt: '2026-11-22T09:31:10.000Z',
};

/** In a list. */
export const LISTED_EXAMPLE: ListedConversation = {
  ...CONVERSATION_EXAMPLE,
  workState: 'completed',
  found: null,
};
