import { and, desc, eq, lt } from 'drizzle-orm';
import type { Database } from '../../database/database.ts';
import { textVersions, turns } from '../../schema/index.ts';
import { toPage, type Page } from '../../database/page.ts';

/** The text of a turn before a task replaced it. */
export type TextVersionRecord = typeof textVersions.$inferSelect;

export interface TextVersionListQuery {
  readonly conversationId: string;
  readonly turnId: string;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** Earlier versions of texts. They are never changed; code that replaces a text adds them. */
export class TextVersionsRepository {
  constructor(private readonly db: Database) {}

  /**
   * The earlier versions of a turn, newest first.
   * @returns `null` when there is no such turn in the conversation
   */
  async list(query: TextVersionListQuery): Promise<Page<TextVersionRecord> | null> {
    const { conversationId, turnId, cursor, limit } = query;
    const rows = await this.db
      .select()
      .from(textVersions)
      .where(
        and(
          eq(textVersions.conversationId, conversationId),
          eq(textVersions.turnId, turnId),
          cursor === undefined ? undefined : lt(textVersions.id, cursor),
        ),
      )
      .orderBy(desc(textVersions.id))
      .limit(limit + 1);
    if (rows.length === 0 && !(await this.hasTurn(conversationId, turnId))) return null;
    return toPage(rows, limit);
  }

  private async hasTurn(conversationId: string, turnId: string): Promise<boolean> {
    const ofConversation = and(eq(turns.id, turnId), eq(turns.conversationId, conversationId));
    return (await this.db.$count(turns, ofConversation)) > 0;
  }
}
