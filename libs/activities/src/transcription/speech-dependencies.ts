import type { MinutePrices } from '#contracts/model';
import type { DiarisationChoice } from '#contracts/tasks';
import type { EngineChoice, SpeakerThreads, SpeechEngine, VoiceEngine } from '#engines';
import type { Logger } from '#platform';
import type {
  BlobStore,
  DiarisationRepository,
  EngineFailuresRepository,
  TokenUseRepository,
  TranscriptionRepository,
  VoicesRepository,
} from '#store';

/** Dependencies of the handlers of the `speech` queue. */
export interface SpeechDependencies {
  /** The speech models that tasks may name. */
  readonly engines: EngineChoice<SpeechEngine>;
  /** Turns speech into embeddings of voices; `null` when the installation has no such engine. */
  readonly voiceEngine: VoiceEngine | null;
  /** Tells who speaks when. */
  readonly speakers: Pick<SpeakerThreads, 'group'>;
  readonly transcriptions: TranscriptionRepository;
  readonly voices: VoicesRepository;
  readonly diarisation: DiarisationRepository;
  readonly tokenUse: TokenUseRepository;
  readonly engineFailures: EngineFailuresRepository;
  readonly blobs: BlobStore;
  readonly logger: Logger;
  readonly settings: {
    readonly chunkTargetMs: number;
    /** Length of audio that one planning activity reads. */
    readonly stretchMs: number;
    /** The same for the start of a clip: shorter, because until then nothing can be decoded. */
    readonly firstStretchMs: number;
    readonly maxAudioMs: number;
    /** What a minute of audio costs at services. */
    readonly minutePrices: MinutePrices;
    /** Default language: ISO 639-1, or `null` to detect it. */
    readonly language: string | null;
    /** Whether speakers are told apart where neither an upload nor a task says. */
    readonly diarisation: DiarisationChoice;
  };
}
