import { desc, eq } from 'drizzle-orm';
import type { EditedFrom, SummaryContent, SummaryEvidence } from '#contracts/model';
import type { Database, Transaction } from '../database/database.ts';
import { conversations, summaries, summaryEdits } from '../schema/index.ts';

/** The summary that is shown: what a person has made of one, or else the newest. */
export interface ShownSummary {
  readonly conversationId: string;
  readonly content: SummaryContent;
  /** What it was made from and by what; of an edit, the summary that was edited. */
  readonly base: EditedFrom;
  /** `null` of an edit, and of summaries from before it was stored. */
  readonly evidence: SummaryEvidence | null;
  /** Whether the text is unchanged since the summary was made. */
  readonly current: boolean;
  /** When a person has edited it; `null` for the summary as it was made. */
  readonly editedAt: Date | null;
  /** A summary that was made after the one that was edited. */
  readonly newer: EditedFrom | null;
}

/** Reads the summary that is shown; `null` before the first. */
export async function shownSummary(
  db: Database | Transaction,
  conversationId: string,
): Promise<ShownSummary | null> {
  const made = await newestSummary(db, conversationId);
  const edit = await newestEdit(db, conversationId);
  if (edit === null || edit.content === null) return made && asMade(made);
  const { base, content, editedAt } = edit;
  const isNewer = made !== null && made.summary.id !== base.summaryId;
  const revision = made?.revision ?? null;
  return {
    ...{ conversationId, content, base, editedAt, evidence: null },
    current: base.revision === revision,
    newer: isNewer && made.summary.revision >= base.revision ? baseOf(made.summary) : null,
  };
}

/** Reads the newest summary as it was made; `null` before the first. */
export async function madeSummary(
  db: Database | Transaction,
  conversationId: string,
): Promise<ShownSummary | null> {
  const made = await newestSummary(db, conversationId);
  return made && asMade(made);
}

function asMade({ summary, revision }: MadeSummary): ShownSummary {
  const { conversationId, content, evidence } = summary;
  const current = summary.revision === revision;
  const of = { conversationId, base: baseOf(summary), current, editedAt: null, newer: null };
  return { ...of, content, evidence };
}

/** What an edit of a summary remembers of it. */
function baseOf(summary: typeof summaries.$inferSelect): EditedFrom {
  const { id: summaryId, revision, engine, turnCount, taskId, template, language } = summary;
  const made = { summaryId, revision, engine, turnCount, taskId, template, language };
  return { ...made, createdAt: summary.createdAt.toISOString() };
}

/** A summary with the revision of its conversation. */
interface MadeSummary {
  readonly summary: typeof summaries.$inferSelect;
  readonly revision: number;
}

async function newestSummary(
  db: Database | Transaction,
  conversationId: string,
): Promise<MadeSummary | null> {
  const [row] = await db
    .select({ summary: summaries, revision: conversations.revision })
    .from(summaries)
    .innerJoin(conversations, eq(conversations.id, summaries.conversationId))
    .where(eq(summaries.conversationId, conversationId))
    .orderBy(desc(summaries.revision), desc(summaries.id))
    .limit(1);
  return row ?? null;
}

async function newestEdit(db: Database | Transaction, conversationId: string) {
  const [row] = await db
    .select()
    .from(summaryEdits)
    .where(eq(summaryEdits.conversationId, conversationId))
    .orderBy(desc(summaryEdits.id))
    .limit(1);
  return row ?? null;
}
