import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import type { Transaction } from '../database/database.ts';
import {
  actionItemMarks,
  clips,
  correctionChanges,
  exchanges,
  segments,
  summaries,
  summaryEdits,
  tasks,
  textVersions,
  turns,
} from '../schema/index.ts';
import { shownSummary } from '../summaries/shown-summary.ts';
import { afterId } from './after-id.ts';
import { rowPages } from './row-pages.ts';

/** Rows of a page; of rows that may be as large as a long recording's text, fewer. */
const PAGE = 500;
const FEW = 4;

const LAST_END = sql<number>`coalesce((
  SELECT max(${segments.endMs}) FROM ${segments}
  WHERE ${segments.conversationId} = ${turns.conversationId} AND ${segments.turnId} = ${turns.id}), 0)`;

/** What belongs to a conversation, page by page in order of ids. */
export class ConversationRows {
  constructor(private readonly tx: Transaction) {}

  exchanges(conversationId: string) {
    return rowPages<typeof exchanges.$inferSelect>(PAGE, (after, size) =>
      this.tx
        .select()
        .from(exchanges)
        .where(and(eq(exchanges.conversationId, conversationId), afterId(exchanges.id, after)))
        .orderBy(asc(exchanges.id))
        .limit(size),
    );
  }

  turns(conversationId: string) {
    return rowPages<typeof turns.$inferSelect>(PAGE, (after, size) =>
      this.tx
        .select()
        .from(turns)
        .where(and(eq(turns.conversationId, conversationId), afterId(turns.id, after)))
        .orderBy(asc(turns.id))
        .limit(size),
    );
  }

  clips(conversationId: string) {
    return rowPages<typeof clips.$inferSelect>(PAGE, (after, size) =>
      this.tx
        .select()
        .from(clips)
        .where(and(eq(clips.conversationId, conversationId), afterId(clips.id, after)))
        .orderBy(asc(clips.id))
        .limit(size),
    );
  }

  /** In the order of the conversation. */
  segments(conversationId: string) {
    return rowPages<typeof segments.$inferSelect>(PAGE, (after, size) => {
      const place = sql`(${segments.turnId}, ${segments.position})`;
      const isAfter = after && sql`${place} > (${after.turnId}, ${after.position})`;
      return this.tx
        .select()
        .from(segments)
        .where(and(eq(segments.conversationId, conversationId), isAfter ?? undefined))
        .orderBy(asc(segments.turnId), asc(segments.position))
        .limit(size);
    });
  }

  /** What corrections have changed in segments that are there. */
  async *corrections(conversationId: string) {
    const place = sql`(${correctionChanges.segmentId}, ${correctionChanges.position})`;
    const pages = rowPages<{ readonly change: typeof correctionChanges.$inferSelect }>(
      PAGE,
      (after, size) =>
        this.tx
          .select({ change: correctionChanges })
          .from(correctionChanges)
          .innerJoin(segments, eq(segments.id, correctionChanges.segmentId))
          .where(
            and(
              eq(segments.conversationId, conversationId),
              after
                ? sql`${place} > (${after.change.segmentId}, ${after.change.position})`
                : undefined,
            ),
          )
          .orderBy(asc(correctionChanges.segmentId), asc(correctionChanges.position))
          .limit(size),
    );
    for await (const { change } of pages) yield change;
  }

  versions(conversationId: string) {
    return rowPages<typeof textVersions.$inferSelect>(FEW, (after, size) =>
      this.tx
        .select()
        .from(textVersions)
        .where(
          and(eq(textVersions.conversationId, conversationId), afterId(textVersions.id, after)),
        )
        .orderBy(asc(textVersions.id))
        .limit(size),
    );
  }

  /** Oldest first, by id. */
  summaries(conversationId: string) {
    return rowPages<typeof summaries.$inferSelect>(PAGE, (after, size) =>
      this.tx
        .select()
        .from(summaries)
        .where(and(eq(summaries.conversationId, conversationId), afterId(summaries.id, after)))
        .orderBy(asc(summaries.id))
        .limit(size),
    );
  }

  /** What people have decided of action items, in an order that does not depend on ids of items. */
  actionItemMarks(conversationId: string) {
    const text = sql<string>`(${actionItemMarks.item}->>'text') COLLATE "C"`;
    return rowPages<typeof actionItemMarks.$inferSelect>(PAGE, (after, size) => {
      const { turnId } = actionItemMarks;
      const isAfter = after && sql`(${turnId}, ${text}) > (${after.turnId}, ${after.item.text})`;
      return this.tx
        .select()
        .from(actionItemMarks)
        .where(and(eq(actionItemMarks.conversationId, conversationId), isAfter ?? undefined))
        .orderBy(asc(turnId), asc(text))
        .limit(size);
    });
  }

  /** What people have made of summaries, oldest first. */
  summaryEdits(conversationId: string) {
    return rowPages<typeof summaryEdits.$inferSelect>(PAGE, (after, size) =>
      this.tx
        .select()
        .from(summaryEdits)
        .where(
          and(eq(summaryEdits.conversationId, conversationId), afterId(summaryEdits.id, after)),
        )
        .orderBy(asc(summaryEdits.id))
        .limit(size),
    );
  }

  /** The summary that is shown; `null` when there is none. */
  shownSummary(conversationId: string) {
    return shownSummary(this.tx, conversationId);
  }

  /** Turns in order, with their recording and the state of its task, but without their text. */
  spokenTurns(conversationId: string) {
    type Spoken = {
      readonly turn: typeof turns.$inferSelect;
      readonly clip: typeof clips.$inferSelect | null;
      readonly taskState: (typeof tasks.$inferSelect)['state'] | null;
      /** When its last segment ends, in milliseconds; 0 without any. */
      readonly endMs: number;
    };
    // The turn that has the recording of its exchange.
    const first = alias(turns, 'first');
    const isFirst = inArray(
      first.id,
      this.tx
        .select({ id: clips.turnId })
        .from(clips)
        .where(eq(clips.conversationId, conversationId)),
    );
    return rowPages<Spoken>(PAGE, (after, size) =>
      this.tx
        .select({ turn: turns, clip: clips, taskState: tasks.state, endMs: LAST_END })
        .from(turns)
        .leftJoin(first, and(eq(first.exchangeId, turns.exchangeId), isFirst))
        .leftJoin(clips, eq(clips.turnId, first.id))
        .leftJoin(tasks, eq(tasks.id, clips.taskId))
        .where(
          and(eq(turns.conversationId, conversationId), afterId(turns.id, after && after.turn)),
        )
        .orderBy(asc(turns.id))
        .limit(size),
    );
  }

  /** The text of a turn that is shown, without its words. */
  async shownText(conversationId: string, turnId: string) {
    const shown = sql<string>`coalesce(${segments.edited}, ${segments.corrected}, ${segments.raw})`;
    return this.tx
      .select({ startMs: segments.startMs, endMs: segments.endMs, text: shown })
      .from(segments)
      .where(and(eq(segments.conversationId, conversationId), eq(segments.turnId, turnId)))
      .orderBy(asc(segments.position));
  }
}
