import { and, asc, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../database/database.ts';
import { rejectedNames, speakerChanges, voiceProfiles } from '../schema/index.ts';
import { afterId } from './after-id.ts';
import { rowPages } from './row-pages.ts';

const PAGE = 500;

/** What people have decided about the speakers of a conversation, page by page. */
export class SpeakerRows {
  constructor(private readonly tx: Transaction) {}

  /** What people have decided about speakers, oldest first. */
  speakerChanges(conversationId: string) {
    const { id } = speakerChanges;
    return rowPages<typeof speakerChanges.$inferSelect>(PAGE, (after, size) =>
      this.tx
        .select()
        .from(speakerChanges)
        .where(and(eq(speakerChanges.conversationId, conversationId), afterId(id, after)))
        .orderBy(asc(id))
        .limit(size),
    );
  }

  /** The voices that people have named. */
  voiceProfiles(conversationId: string) {
    const { id } = voiceProfiles;
    return rowPages<typeof voiceProfiles.$inferSelect>(PAGE, (after, size) =>
      this.tx
        .select()
        .from(voiceProfiles)
        .where(and(eq(voiceProfiles.conversationId, conversationId), afterId(id, after)))
        .orderBy(asc(id))
        .limit(size),
    );
  }

  /** Of voices; in an order of their own. */
  rejectedNames(conversationId: string) {
    const place = sql`(${rejectedNames.voiceLabel}, ${rejectedNames.name})`;
    return rowPages<typeof rejectedNames.$inferSelect>(PAGE, (after, size) => {
      const isAfter = after && sql`${place} > (${after.voiceLabel}, ${after.name})`;
      return this.tx
        .select()
        .from(rejectedNames)
        .where(and(eq(rejectedNames.conversationId, conversationId), isAfter ?? undefined))
        .orderBy(asc(rejectedNames.voiceLabel), asc(rejectedNames.name))
        .limit(size);
    });
  }
}
