import { sql } from 'drizzle-orm';
import { jsonb, text, timestamp } from 'drizzle-orm/pg-core';
import type { CompactEntry, TranscriptStyle } from '#contracts/model';

/** What a conversation and a project say of the correction of texts. */
export function correctionSettings() {
  return {
    /** Names and terms in their correct spelling. */
    glossary: jsonb('glossary')
      .$type<CompactEntry[]>()
      .notNull()
      .default(sql`'[]'::jsonb`),
    /** When the glossary was last set; null for one that never was. */
    glossaryChangedAt: timestamp('glossary_changed_at', { withTimezone: true, mode: 'date' }),
    /** What becomes of fillers; null when what is further away says it: the project, or the installation. */
    transcriptStyle: text('transcript_style').$type<TranscriptStyle>(),
  };
}
