import { Injectable } from '@nestjs/common';
import type { Transcript, TranscriptTurn } from '#contracts/api';
import { AppError } from '#platform';
import { TranscriptsRepository } from '#store';
import { toTranscript, toTurn } from './transcript-view.ts';

/** Transcripts as the API shows them. */
@Injectable()
export class TranscriptsService {
  constructor(private readonly transcripts: TranscriptsRepository) {}

  /** @throws AppError `not_found` */
  async find(conversationId: string): Promise<Transcript> {
    const record = await this.transcripts.find(conversationId);
    if (record !== null) return toTranscript(record);
    throw new AppError('not_found', `There is no conversation ${conversationId}.`);
  }

  /** @throws AppError `not_found` */
  async findTurn(turnId: string): Promise<TranscriptTurn> {
    const record = await this.transcripts.findTurn(turnId);
    if (record !== null) return toTurn(record);
    throw new AppError('not_found', `There is no turn ${turnId}.`);
  }
}
