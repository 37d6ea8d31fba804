import { and, asc, desc, eq, inArray, isNull, lt, sql, type SQL } from 'drizzle-orm';
import type { Database } from '../database/database.ts';
import { toPage, type Page } from '../database/page.ts';
import { conversations, segments, tasks } from '../schema/index.ts';
import type { GlossaryScope } from './glossary.records.ts';

/** A conversation with text that was corrected before its glossary was changed. */
export interface CorrectedBefore {
  readonly id: string;
  readonly title: string;
}

/** A text that was corrected before its glossary was changed, as it is shown. */
export interface TextCorrectedBefore {
  readonly conversationId: string;
  readonly segmentId: string;
  readonly text: string;
}

export interface CorrectedBeforeQuery {
  /** When the glossary was changed. */
  readonly changedAt: Date;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** A correction that has started earlier has read what the glossary was then. */
function isCorrectedBefore(changedAt: Date): SQL | undefined {
  return and(isNull(segments.edited), lt(tasks.startedAt, changedAt));
}

/** A page of the conversations of a scope that were corrected before its glossary was changed, newest first. */
export async function correctedBefore(
  db: Database,
  scope: GlossaryScope,
  { changedAt, cursor, limit }: CorrectedBeforeQuery,
): Promise<Page<CorrectedBefore>> {
  const { id, title } = conversations;
  const old = db
    .select({ one: sql`1` })
    .from(segments)
    .innerJoin(tasks, eq(tasks.id, segments.correctionTaskId))
    .where(and(eq(segments.conversationId, id), isCorrectedBefore(changedAt)));
  const rows = await db
    .select({ id, title })
    .from(conversations)
    .where(
      and(
        isOfScope(scope),
        cursor === undefined ? undefined : lt(id, cursor),
        sql`EXISTS (${old})`,
      ),
    )
    .orderBy(desc(id))
    .limit(limit + 1);
  return toPage(rows, limit);
}

/** The texts of conversations that were corrected before, in order of their segments, page by page. */
export async function textsCorrectedBefore(
  db: Database,
  ids: readonly string[],
  { changedAt, cursor, limit }: CorrectedBeforeQuery,
): Promise<readonly TextCorrectedBefore[]> {
  if (ids.length === 0) return [];
  const { id: segmentId, conversationId, corrected, raw } = segments;
  return db
    .select({ segmentId, conversationId, text: sql<string>`coalesce(${corrected}, ${raw})` })
    .from(segments)
    .innerJoin(tasks, eq(tasks.id, segments.correctionTaskId))
    .where(
      and(
        inArray(conversationId, [...ids]),
        isCorrectedBefore(changedAt),
        cursor === undefined ? undefined : sql`${segmentId} > ${cursor}`,
      ),
    )
    .orderBy(asc(segmentId))
    .limit(limit);
}

/** The condition of the conversations that use a glossary. */
export function isOfScope({ level, id }: GlossaryScope): SQL {
  switch (level) {
    case 'conversation':
      return eq(conversations.id, id);
    case 'project':
      return eq(conversations.projectId, id);
    case 'owner':
      return eq(conversations.ownerId, id);
  }
}
