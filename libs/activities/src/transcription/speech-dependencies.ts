import type { EngineChoice, SpeechEngine } from '#engines';
import type { Logger } from '#platform';
import type { BlobStore, TranscriptionRepository } from '#store';

/** What a worker needs to turn clips into words. */
export interface SpeechDependencies {
  /** Speech models that tasks may ask for. */
  readonly engines: EngineChoice<SpeechEngine>;
  readonly transcriptions: TranscriptionRepository;
  readonly blobs: BlobStore;
  readonly logger: Logger;
  readonly settings: {
    readonly chunkTargetMs: number;
    /** Audio that one planning activity reads. */
    readonly stretchMs: number;
    readonly maxAudioMs: number;
    /** Of tasks that name none: ISO 639-1, or `null` to detect it. */
    readonly language: string | null;
  };
}
