import { Inject, Injectable } from '@nestjs/common';
import type { LanguageLimits, TranscriptionLimits } from '#contracts/messages';
import type { Config } from '#platform';
import { CONFIG } from '../infrastructure/config.module.ts';

/** Settings that a run is given when it starts, and keeps to its end. */
@Injectable()
export class RunLimits {
  readonly transcription: TranscriptionLimits;
  readonly language: LanguageLimits;

  constructor(@Inject(CONFIG) { speech, heartbeatTimeoutMs, stages }: Config) {
    const { parallelChunks, chunkTimeoutMs } = speech;
    this.transcription = { parallelChunks, chunkTimeoutMs, heartbeatTimeoutMs };
    this.language = { batchTimeoutMs: stages.batchTimeoutMs, heartbeatTimeoutMs };
  }
}
