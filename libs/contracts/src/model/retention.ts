/**
 * What a rule of retention removes: recordings, leaving what was said; the words of transcripts, leaving
 * recordings, summaries and memories; or whole conversations.
 */
export const RETENTION_SUBJECTS = ['audio', 'transcripts', 'everything'] as const;
export type RetentionSubject = (typeof RETENTION_SUBJECTS)[number];

/** How long something is kept. For each conversation the most specific rule counts. */
export interface RetentionRule {
  readonly subject: RetentionSubject;
  /** Whose conversations; `null` for those of all owners. */
  readonly ownerId: string | null;
  /** Only conversations of this project; `null` for all. */
  readonly projectId: string | null;
  /** Days since the last exchange; `null` keeps it for ever. */
  readonly keptDays: number | null;
}
