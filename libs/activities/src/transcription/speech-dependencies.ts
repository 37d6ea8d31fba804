import type { EngineChoice, SpeechEngine } from '#engines';
import type { Logger } from '#platform';
import type { BlobStore, TranscriptionRepository } from '#store';

/** Dependencies of the handlers of the `speech` queue. */
export interface SpeechDependencies {
  /** The speech models that tasks may name. */
  readonly engines: EngineChoice<SpeechEngine>;
  readonly transcriptions: TranscriptionRepository;
  readonly blobs: BlobStore;
  readonly logger: Logger;
  readonly settings: {
    readonly chunkTargetMs: number;
    /** Length of audio that one planning activity reads. */
    readonly stretchMs: number;
    /** The same for the start of a clip: shorter, because until then nothing can be decoded. */
    readonly firstStretchMs: number;
    readonly maxAudioMs: number;
    /** Default language: ISO 639-1, or `null` to detect it. */
    readonly language: string | null;
  };
}
