import { Injectable } from '@nestjs/common';
import type { EditedSegment, EditSegment } from '#contracts/api';
import { SegmentsRepository } from '#store';
import { Dispatcher } from '../../dispatcher/dispatcher.ts';
import { refuseLongTurn } from '../refuse-long-turns.ts';
import { toSegment } from '../transcripts/transcript-view.ts';

/** Edits of segments by people, which take precedence over original and corrected text. */
@Injectable()
export class SegmentsService {
  constructor(
    private readonly segments: SegmentsRepository,
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
}
