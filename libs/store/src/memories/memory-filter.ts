import { and, eq, gte, isNotNull, isNull, lt, sql, type SQL } from 'drizzle-orm';
import { occursByIndex, searchedWords } from '../database/searched-words.ts';
import { conversations, memories } from '../schema/index.ts';

/** Which memories a list has. Omitted fields match all. */
export interface MemoryFilter {
  readonly ownerId?: string | undefined;
  readonly conversationId?: string | undefined;
  readonly projectId?: string | undefined;
  /** Words that all occur in the narrative, in any order and case. */
  readonly search?: string | undefined;
  readonly since?: Date | undefined;
  /** Not included. */
  readonly until?: Date | undefined;
  readonly pinned?: boolean | undefined;
  /** Whether it has outlived its conversation. */
  readonly kept?: boolean | undefined;
  /** Minimum significance. */
  readonly significance?: number | undefined;
}

/** The condition of a filter, for a selection from memories and their conversations. */
export function isSelected(filter: MemoryFilter): SQL | undefined {
  const { ownerId, conversationId, projectId, search, since, until, pinned, kept, significance } =
    filter;
  return and(
    ownerId === undefined ? undefined : eq(memories.ownerId, ownerId),
    conversationId === undefined ? undefined : eq(memories.conversationId, conversationId),
    projectId === undefined ? undefined : isOfProject(projectId),
    since === undefined ? undefined : gte(memories.createdAt, since),
    until === undefined ? undefined : lt(memories.createdAt, until),
    pinned === undefined ? undefined : eq(memories.pinned, pinned),
    kept === undefined ? undefined : kept ? isNotNull(memories.keptAt) : isNull(memories.keptAt),
    significance === undefined ? undefined : sql`${memories.significance} >= ${significance}`,
    ...searchedWords(search).map((word) => occursByIndex(memories.narrative, word)),
  );
}

/** Those that were kept of a conversation belong to no project any more. */
function isOfProject(projectId: string): SQL | undefined {
  return and(eq(conversations.projectId, projectId), isNotNull(memories.conversationId));
}
