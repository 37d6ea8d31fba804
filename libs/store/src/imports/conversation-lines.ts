import type { CitedSegment, SummaryContent, SummaryPoint } from '#contracts/model';
import type { Transaction } from '../database/database.ts';
import { insertRows } from '../database/insert-rows.ts';
import {
  correctionChanges,
  segments,
  summaries,
  summaryEdits,
  textVersions,
} from '../schema/index.ts';
import { newIdOf, type ConversationIds } from './conversation-ids.ts';
import { inBatches } from './in-batches.ts';
import type { ImportedConversation, Importing } from './imported.records.ts';

/** Writes the texts of a conversation, whose turns and recordings are there. */
export class ConversationLines {
  private readonly conversationId: string;

  constructor(
    private readonly tx: Transaction,
    private readonly importing: Importing,
    private readonly imported: ImportedConversation,
    private readonly ids: ConversationIds,
  ) {
    this.conversationId = ids.conversationId;
  }

  async write(): Promise<void> {
    await this.segments();
    await this.corrections();
    await this.versions();
    await this.summaries();
    await this.summaryEdits();
  }

  /** What was corrected elsewhere is not corrected again. */
  private async segments(): Promise<void> {
    const { ids, conversationId, imported, importing } = this;
    const correctionTaskId = imported.isProcessed ? importing.taskId : null;
    const columns = [
      ...(['id', 'conversationId', 'turnId', 'clipId', 'position', 'startMs', 'endMs'] as const),
      ...(['raw', 'corrected', 'edited', 'confidence', 'words', 'correctionTaskId'] as const),
      ...(['refusedChanges', 'language'] as const),
    ];
    const refused = Map.groupBy(
      imported.corrections.filter(({ outcome }) => outcome === 'refused'),
      ({ segmentId }) => segmentId,
    );
    await inBatches(imported.segments, (batch) =>
      insertRows(
        this.tx,
        segments,
        columns,
        batch.map((segment) => ({
          ...segment,
          ...{ id: newIdOf(ids.segments, segment.id), conversationId, correctionTaskId },
          refusedChanges: refused.get(segment.id)?.length ?? 0,
          language: segment.language ?? null,
          ...this.placeOf(segment),
        })),
      ),
    );
  }

  private async corrections(): Promise<void> {
    const { ids, imported, importing } = this;
    const columns = [
      ...(['segmentId', 'position', 'taskId', 'engine', 'outcome', 'rule', 'reason'] as const),
      ...(['startIndex', 'endIndex', 'before', 'after', 'createdAt'] as const),
    ];
    await inBatches(imported.corrections, (batch) =>
      insertRows(
        this.tx,
        correctionChanges,
        columns,
        batch.map((change) => ({
          ...{
            outcome: 'taken' as const,
            reason: null,
            startIndex: null,
            endIndex: null,
            ...change,
          },
          segmentId: newIdOf(ids.segments, change.segmentId),
          ...{ taskId: importing.taskId, createdAt: new Date(change.createdAt) },
        })),
      ),
    );
  }

  private async versions(): Promise<void> {
    const { ids, conversationId, imported, importing } = this;
    const columns = [
      ...(['id', 'conversationId', 'turnId', 'clipId', 'revision'] as const),
      ...(['replacedByTaskId', 'segments', 'createdAt'] as const),
    ];
    await inBatches(imported.versions, (batch) =>
      insertRows(
        this.tx,
        textVersions,
        columns,
        batch.map((version) => ({
          ...{ id: newIdOf(ids.versions, version.id), conversationId, ...this.placeOf(version) },
          ...{ revision: version.revision, segments: version.segments },
          ...{ replacedByTaskId: importing.taskId, createdAt: new Date(version.createdAt) },
        })),
      ),
    );
  }

  private async summaries(): Promise<void> {
    const { ids, conversationId, imported, importing } = this;
    const columns = [
      ...(['id', 'conversationId', 'revision', 'content'] as const),
      ...(['turnCount', 'engine', 'evidence', 'template', 'language'] as const),
      ...(['taskId', 'createdAt'] as const),
    ];
    const rows = imported.summaries.map((summary) => ({
      ...summary,
      ...{ id: newIdOf(ids.summaries, summary.id), conversationId },
      content: this.contentOf(summary),
      ...{ taskId: importing.taskId, createdAt: new Date(summary.createdAt) },
    }));
    await insertRows(this.tx, summaries, columns, rows);
  }

  private async summaryEdits(): Promise<void> {
    const { ids, conversationId, imported, importing } = this;
    const columns = ['id', 'conversationId', 'base', 'content', 'editedAt'] as const;
    const rows = imported.summaryEdits.map(({ id, base, content, editedAt }) => ({
      ...{ id: newIdOf(ids.summaryEdits, id), conversationId },
      // The summary that was edited may be gone.
      base: {
        ...base,
        summaryId: ids.summaries.get(base.summaryId) ?? base.summaryId,
        taskId: importing.taskId,
      },
      content: content && this.contentOf(content),
      editedAt: new Date(editedAt),
    }));
    await insertRows(this.tx, summaryEdits, columns, rows);
  }

  /** The points with the new ids of the turns and segments that they refer to. */
  private contentOf({
    overview,
    attendees,
    topics,
    keyPoints,
    decisions,
    actionItems,
  }: SummaryContent) {
    const ofTurns = <Point extends SummaryPoint>({ segments, ...point }: Point) => ({
      ...point,
      turnIds: point.turnIds.flatMap((id) => this.ids.turns.get(id) ?? []),
      ...(segments === undefined ? {} : { segments: segments.flatMap((each) => this.cited(each)) }),
    });
    return {
      overview,
      ...(attendees === undefined ? {} : { attendees }),
      ...(topics === undefined ? {} : { topics }),
      keyPoints: keyPoints.map(ofTurns),
      decisions: decisions.map(ofTurns),
      actionItems: actionItems.map(ofTurns),
    };
  }

  /** What a summary cites here; nothing when its turn is not there. */
  private cited({ turnId, segmentId, startMs }: CitedSegment): readonly CitedSegment[] {
    const turn = this.ids.turns.get(turnId);
    if (turn === undefined) return [];
    // A segment that was replaced before the export is still a moment of its turn.
    const segment = this.ids.segments.get(segmentId) ?? segmentId;
    return [{ turnId: turn, segmentId: segment, startMs }];
  }

  private placeOf({ turnId, clipId }: { readonly turnId: string; readonly clipId: string | null }) {
    return {
      turnId: newIdOf(this.ids.turns, turnId),
      clipId: clipId === null ? null : newIdOf(this.ids.clips, clipId),
    };
  }
}
