import { sql, type SQL } from 'drizzle-orm';
import type { SourceRef, UnreadQuery } from './report.records.ts';

/**
 * A query for the sources of a project that an agent has to read, oldest first: those that it has
 * not read, or not in their current text, or with another reader, or that it could not read.
 */
export function unreadSources({ projectId, agent, reader, since }: UnreadQuery): SQL<SourceRef> {
  return sql`
    SELECT source.kind, source.id
    FROM (${sourcesOf(projectId)}) AS source
    LEFT JOIN read_sources AS read ON read.project_id = ${projectId} AND read.agent = ${agent}
      AND read.source_id = source.id
    WHERE read.source_id IS NULL OR (
      read.read_at < ${since} AND (
        read.revision <> source.revision OR read.reader <> ${reader} OR read.error_code IS NOT NULL
      )
    )
    ORDER BY source.id`;
}

/**
 * A query for the sources of a project that have text.
 * @param projectId a value or an expression
 */
export function sourcesOf(projectId: string | SQL): SQL {
  return sql`
    SELECT 'conversation' AS kind, conversations.id, revision FROM conversations
    WHERE conversations.project_id = ${projectId} AND revision > 0
    UNION ALL
    SELECT 'document', documents.id, 0 FROM documents
    WHERE documents.project_id = ${projectId} AND part_count > 0`;
}
