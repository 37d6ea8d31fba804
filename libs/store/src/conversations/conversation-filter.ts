import { and, eq, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import { wordPatterns } from '../database/word-patterns.ts';
import { conversations, segments } from '../schema/index.ts';

/** Which conversations a list has. Omitted fields match all. */
export interface ConversationFilter {
  readonly ownerId?: string | undefined;
  readonly projectId?: string | undefined;
  /** Words that all occur in the title, the tags or what was said, in any order and case. */
  readonly search?: string | undefined;
  /** Whether those that were put away are meant; left out, a list has the others, and a search both. */
  readonly archived?: boolean | undefined;
}

/** The condition of a filter. */
export function isSelected(filter: ConversationFilter): SQL | undefined {
  const {
    ownerId,
    projectId,
    search,
    archived = search === undefined ? false : undefined,
  } = filter;
  const { archivedAt } = conversations;
  return and(
    ownerId === undefined ? undefined : eq(conversations.ownerId, ownerId),
    projectId === undefined ? undefined : eq(conversations.projectId, projectId),
    archived === undefined ? undefined : archived ? isNotNull(archivedAt) : isNull(archivedAt),
    ...wordPatterns(search).map(occurs),
  );
}

function occurs(pattern: string): SQL | undefined {
  const shown = sql`coalesce(${segments.edited}, ${segments.corrected}, ${segments.raw})`;
  return or(
    sql`${conversations.title} ILIKE ${pattern}`,
    sql`${conversations.tags}::text ILIKE ${pattern}`,
    sql`EXISTS (SELECT FROM ${segments}
      WHERE ${segments.conversationId} = ${conversations.id} AND ${shown} ILIKE ${pattern})`,
  );
}
