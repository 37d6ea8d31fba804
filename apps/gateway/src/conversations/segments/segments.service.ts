import { Injectable } from '@nestjs/common';
import type {
  CorrectionChange,
  EditedSegment,
  EditSegment,
  SegmentCorrections,
  UndoChange,
} from '#contracts/api';
import {
  SegmentCorrectionsRepository,
  SegmentsRepository,
  type CorrectionChangeRecord,
  type SegmentPlace,
} from '#store';
import { Dispatcher } from '../../dispatcher/dispatcher.ts';
import { refuseLongTurn } from '../refuse-long-turns.ts';
import { toSegment } from '../transcripts/transcript-view.ts';

/**
 * Edits of segments by people, which take precedence over original and corrected text, and the single
 * changes of their corrections.
 */
@Injectable()
export class SegmentsService {
  constructor(
    private readonly segments: SegmentsRepository,
    private readonly changes: SegmentCorrectionsRepository,
    private readonly dispatcher: Dispatcher,
  ) {}

  /** @throws AppError `not_found`, `turn_too_long` */
  async edit(
    conversationId: string,
    segmentId: string,
    { text }: EditSegment,
  ): Promise<EditedSegment> {
    if (text !== null) refuseLongTurn(text, 'text');
    const { revision, segment } = await this.segments.edit(conversationId, segmentId, text);
    this.dispatcher.request();
    return { revision, segment: toSegment(segment) };
  }

  /** @throws AppError `not_found` */
  async corrections(place: SegmentPlace): Promise<SegmentCorrections> {
    const { raw, changes } = await this.changes.list(place);
    return { segmentId: place.segmentId, raw, changes: changes.map(toChange) };
  }

  /** @throws AppError `not_found`, `correction_not_taken` */
  async undo(place: SegmentPlace, { undone, ...at }: UndoChange): Promise<EditedSegment> {
    const { revision, segment } = await this.changes.setUndone(place, at, undone);
    this.dispatcher.request();
    return { revision, segment: toSegment(segment) };
  }
}

function toChange(row: CorrectionChangeRecord): CorrectionChange {
  const { startIndex, endIndex, before, after, outcome, rule, reason, engine, taskId } = row;
  return {
    ...{ start: startIndex, end: endIndex, before, after, outcome, rule, reason, engine, taskId },
    createdAt: row.createdAt.toISOString(),
  };
}
