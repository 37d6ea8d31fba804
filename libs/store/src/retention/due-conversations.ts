import { sql, type SQL } from 'drizzle-orm';
import type { RetentionRule, RetentionSubject } from '#contracts/model';

/** What is due now by some rules. */
export interface DueBy {
  readonly subject: RetentionSubject;
  readonly rules: readonly RetentionRule[];
  readonly now: Date;
}

/**
 * A query for the conversations of which something is kept no longer, with the columns of
 * `conversations`. The most specific rule for a subject counts: one for a project before one for an
 * owner, before one for all.
 */
export function dueConversations({ subject, rules, now }: DueBy): SQL {
  const given = rules
    .filter((rule) => rule.subject === subject)
    .map(({ ownerId, projectId, keptDays }) => ({ ownerId, projectId, keptDays }));
  return sql`
    SELECT conversations.* FROM conversations
    CROSS JOIN LATERAL (
      SELECT given."keptDays" AS kept_days
      FROM jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
        AS given ("ownerId" text, "projectId" text, "keptDays" integer)
      WHERE (given."ownerId" IS NULL OR given."ownerId" = conversations.owner_id)
        AND (given."projectId" IS NULL OR given."projectId" = conversations.project_id)
      ORDER BY given."projectId" IS NULL, given."ownerId" IS NULL
      LIMIT 1) AS rule
    WHERE rule.kept_days IS NOT NULL
      AND coalesce(
        (SELECT max(exchanges.created_at) FROM exchanges
          WHERE exchanges.conversation_id = conversations.id),
        conversations.created_at
      ) <= ${now.toISOString()}::timestamptz - rule.kept_days * interval '1 day'
      AND ${IS_THERE[subject]}`;
}

/** Work that is still open needs what it works on; the next run sees it again. */
const IS_QUIET = sql`NOT EXISTS (
  SELECT FROM tasks WHERE tasks.conversation_id = conversations.id AND tasks.ended_at IS NULL)`;

/** Whether there is something to remove. */
const IS_THERE: Readonly<Record<RetentionSubject, SQL>> = {
  audio: sql`${IS_QUIET} AND EXISTS (
    SELECT FROM clips WHERE clips.conversation_id = conversations.id
      AND clips.audio_removed_at IS NULL)`,
  transcripts: sql`${IS_QUIET} AND EXISTS (
    SELECT FROM segments WHERE segments.conversation_id = conversations.id)`,
  everything: sql`true`,
};
