import { compactGlossary, withTerms } from '#contracts/model';
import type { Transaction } from '../database/database.ts';
import { newId } from '../database/ids.ts';
import { appendAndApply } from '../events/append-and-apply.ts';
import { requireProject } from '../projects/move-conversation.ts';
import type { NewConversation } from './conversation-input.ts';
import { setText } from './set-text.ts';

/**
 * Creates a conversation in a transaction that may do more.
 * @returns its id
 * @throws AppError `not_found` when its owner has no such project
 */
export async function createConversation(
  tx: Transaction,
  { projectId = null, glossary = [], ...given }: NewConversation,
  conversationId = newId('conversation'),
): Promise<string> {
  const { ownerId, title, tags, transcriptStyle, spokenLanguage } = given;
  if (projectId !== null) await requireProject(tx, projectId, ownerId);
  const event = {
    type: 'conversation_created',
    ...{ ownerId, conversationId, taskId: null },
    idempotencyKey: `conversation_created:${conversationId}`,
    data: { title, tags, ...(projectId === null ? {} : { projectId }) },
  } as const;
  await appendAndApply(tx, [event]);
  const words = {
    ...(glossary.length === 0 ? {} : { glossary: compactGlossary(withTerms([], glossary)) }),
    ...(transcriptStyle ? { transcriptStyle } : {}),
    ...(spokenLanguage ? { spokenLanguage } : {}),
  };
  if (Object.keys(words).length > 0) await setText(tx, conversationId, words);
  return conversationId;
}
