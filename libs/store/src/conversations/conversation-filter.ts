import { and, eq, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import {
  occursByIndex,
  occursIn,
  searchedWords,
  type SearchedWord,
} from '../database/searched-words.ts';
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
    ...searchedWords(search).map(occurs),
  );
}

/**
 * Up to so many segments with a word, those are found first and then their conversations. A word that
 * more have is looked for conversation by conversation, which soon fills a page; without `OFFSET 0`,
 * PostgreSQL would read all segments for it.
 */
const FEW_SEGMENTS = 2_000;

/** What is shown of a segment; the index of words has the same expression. */
const SHOWN = sql`coalesce(${segments.edited}, ${segments.corrected}, ${segments.raw})`;

function occurs(word: SearchedWord): SQL | undefined {
  return or(
    occursIn(conversations.title, word),
    occursIn(sql`${conversations.tags}::text`, word),
    wasSaid(word),
  );
}

function wasSaid(word: SearchedWord): SQL {
  const found = occursByIndex(SHOWN, word);
  return sql`CASE WHEN (
      SELECT count(*) FROM (
        SELECT FROM ${segments} WHERE ${found} LIMIT ${FEW_SEGMENTS + 1}
      ) AS counted
    ) <= ${FEW_SEGMENTS}
    THEN ${conversations.id} IN (SELECT ${segments.conversationId} FROM ${segments} WHERE ${found})
    ELSE EXISTS (SELECT FROM ${segments}
      WHERE ${segments.conversationId} = ${conversations.id} AND ${occursIn(SHOWN, word)} OFFSET 0)
    END`;
}
