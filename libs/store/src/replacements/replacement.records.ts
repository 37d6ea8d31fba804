import type { PassageOutcome } from '#contracts/model';
import type { GlossaryScope } from '../glossaries/glossary.records.ts';
import type { replacementPassages, replacements } from '../schema/index.ts';
import type { BulkChangeRecord } from '../bulk-changes/bulk-change.records.ts';

/** What is to be replaced, and where. */
export interface NewReplacement {
  readonly scope: GlossaryScope;
  readonly ownerId: string;
  readonly term: string;
  readonly forms: readonly string[];
  readonly capitals: boolean;
  readonly passages: readonly NewPassage[];
}

/** A segment in which something is to be replaced. */
export interface NewPassage {
  readonly segmentId: string;
  readonly conversationId: string;
  readonly turnId: string;
  /** What is shown of it. */
  readonly before: string;
  readonly after: string;
}

/** A replacement with what has become of it. */
export type ReplacementRecord = Omit<typeof replacements.$inferSelect, 'appliedBy' | 'undoneBy'> & {
  /** How many passages there are of each outcome; those in the bin do not count. */
  readonly counts: Readonly<Record<PassageOutcome, number>>;
  readonly conversationCount: number;
  readonly applied: BulkChangeRecord | null;
  readonly undone: BulkChangeRecord | null;
};

/** A passage of a replacement, with what people know it by. */
export type PassageRecord = typeof replacementPassages.$inferSelect & {
  /** Of its conversation. */
  readonly title: string;
  readonly speaker: string;
};

/** A segment as it is shown, of which the caller decides whether something is to be replaced in it. */
export interface CandidatePassage {
  readonly segmentId: string;
  readonly conversationId: string;
  readonly turnId: string;
  readonly text: string;
}
