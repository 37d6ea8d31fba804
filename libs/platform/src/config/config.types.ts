import type {
  LanguageEngineName,
  MinutePrices,
  ModelPrices,
  TaskQueue,
  TokenLimits,
  TranscriptStyle,
} from '#contracts/model';
import type { LanguageTaskType } from '#contracts/tasks';
import type { QuietTiming } from '#contracts/workflows';
import type { GivenSettings } from './engine-definition.ts';
import type { SpeechModel } from './speech-models.ts';

export interface LoggingConfig {
  readonly level: string;
  readonly pretty: boolean;
}

/** Who may reach the gateway. */
export interface DoorConfig {
  /** Host names of the installation besides loopback, in lower case. */
  readonly hosts: readonly string[];
  /** Origins of other pages that may use the API, in lower case. */
  readonly corsOrigins: readonly string[];
  /** A connection on which nothing moves for so long is closed. */
  readonly idleMs: number;
  /** A request that takes longer to arrive is refused. */
  readonly longestRequestMs: number;
  readonly bodies: BodyPace;
  readonly streams: StreamLimits;
}

/** How fast the bodies of requests have to arrive. */
export interface BodyPace {
  /** Time within which a body that is no upload has to be there as a whole. */
  readonly longestMs: number;
  /** Least rate of an upload, on average in each window; 0 means no limit. */
  readonly leastBytesPerSecond: number;
  /** Length of a window. */
  readonly windowMs: number;
}

/** How many event streams a gateway serves at the same time. */
export interface StreamLimits {
  readonly inAll: number;
  /** Of one address. */
  readonly perCaller: number;
}

export interface DatabaseConfig {
  readonly url: string;
  readonly connections: number;
}

export interface TemporalConfig {
  /** `host:port` */
  readonly address: string;
  readonly namespace: string;
  /** Temporal deployment name that all workers of this installation share. */
  readonly deployment: string;
  /** Whether a new worker version becomes current by itself or by an operator's command. */
  readonly activation: 'automatic' | 'manual';
  /** Base URL of the Web UI, without a trailing slash. */
  readonly uiUrl: string;
  /** Whether titles and file names may be stored in Temporal, for its Web UI. */
  readonly titles: boolean;
}

/** Transcription settings that apply to every speech engine. */
export interface SpeechConfig {
  /** Every model that a setting names, each once, the default first; others cannot be requested. */
  readonly models: readonly SpeechModel[];
  readonly services: SpeechServicesConfig;
  /** Chunks that one worker decodes concurrently. */
  readonly slots: number;
  /** ISO 639-1, or `null` to detect it. */
  readonly language: string | null;
  readonly chunkTargetMs: number;
  readonly parallelChunks: number;
  readonly chunkTimeoutMs: number;
  /** Time without a heartbeat after which a worker that decodes audio counts as dead. */
  readonly heartbeatTimeoutMs: number;
  /** Whether speakers are told apart where neither an upload nor a task says. */
  readonly diarisation: 'on' | 'off';
  /** Whether owners may have named voices recognised. */
  readonly voiceProfiles: boolean;
  /** `campplus`, the path of an ONNX file, or `null` for none. */
  readonly voiceModel: string | null;
}

/** What all services that transcribe have in common. */
export interface SpeechServicesConfig {
  /** Maximum time for the answer to one chunk. */
  readonly timeoutMs: number;
  /** The most requests that a process sends to a provider at the same time. */
  readonly maxRequests: number;
  /** Of a minute of audio, in the currency of the installation. */
  readonly prices: MinutePrices;
}

/** What all models have in common, whatever their provider. */
export interface ModelsConfig {
  /** Maximum time for one answer. */
  readonly timeoutMs: number;
  /** Whether they accept JSON schemas. */
  readonly structuredOutputs: boolean;
  /** Maximum number of characters of turns in one summary request. */
  readonly maxSummaryCharacters: number;
  /** The most requests that a process sends to a provider at the same time. */
  readonly maxRequests: number;
}

/** Settings of correction, summary and scoring that apply to every language engine. */
export interface LanguageConfig {
  /** The default engine: used by tasks that request none. */
  readonly engine: LanguageEngineName;
  /** The default engine of each task type. */
  readonly engines: Readonly<Record<LanguageTaskType, LanguageEngineName>>;
  /** Every engine that a setting names, each once; others cannot be requested, except `builtin`. */
  readonly named: readonly LanguageEngineName[];
  /** Whether the operator has chosen the default engine; if not, another one may be offered. */
  readonly isChosen: boolean;
  readonly models: ModelsConfig;
  /** What takes the place of a model that was given up; `null` for nothing. */
  readonly fallback: 'builtin' | null;
  readonly prices: ModelPrices;
  /** Of the prices: ISO 4217. */
  readonly currency: string;
  readonly limits: TokenLimits;
  /** Requests that one worker sends to engines concurrently. */
  readonly slots: number;
  /** The threads in which rules work on texts. */
  readonly rules: {
    readonly threads: number;
    /** Of one call. */
    readonly timeoutMs: number;
  };
  /** What becomes of fillers, stutters and false starts in transcripts. */
  readonly transcriptStyle: TranscriptStyle;
}

/** When tasks start and when they time out. */
export interface TasksConfig {
  /** When a changed conversation is summarised. */
  readonly quiet: QuietTiming;
  /** The workflow of an entity ends after this time without activity. */
  readonly entityIdleMs: number;
  readonly batchTimeoutMs: number;
  /** Whether memories are scored. */
  readonly scoringEnabled: boolean;
}

/** Usage limits of one owner; `null` means no limit. */
export interface OwnersConfig {
  readonly tasksInFlight: number | null;
  readonly bytesPerDay: number | null;
  readonly audioMsPerDay: number | null;
}

/** Limits of the documents of projects. */
export interface DocumentsConfig {
  /** Maximum size of a document. */
  readonly maxBytes: number;
  /** Maximum time for reading one. */
  readonly timeoutMs: number;
  /** Maximum memory of the process that reads one. */
  readonly memoryMebibytes: number;
}

/** Credentials and address of an S3-compatible store. */
export interface S3Config {
  /** `null`: that of AWS. */
  readonly endpoint: string | null;
  readonly region: string;
  /** `null`: the credentials of the environment. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | null;
}

/** Where backups are: a folder, or a prefix in a bucket. */
export type BackupPlaceConfig =
  | { readonly kind: 'folder'; readonly folder: string }
  | {
      readonly kind: 's3';
      readonly bucket: string;
      readonly prefix: string;
      readonly s3: S3Config;
    };

/** How backups are encrypted; the files hold the secret. */
export type BackupSealConfig =
  | { readonly kind: 'none' }
  | { readonly kind: 'identity'; readonly file: string }
  | { readonly kind: 'passphrase'; readonly file: string };

/** Which backups are kept; `null` means no limit. The last good one is always kept. */
export interface BackupRetention {
  readonly count: number;
  readonly days: number | null;
  readonly bytes: number | null;
}

/** Settings of backups. */
export interface BackupsConfig {
  /** Local time of the nightly backup, `null` for none. */
  readonly at: { readonly hour: number; readonly minute: number } | null;
  /** IANA time zone of `at`. */
  readonly timeZone: string;
  readonly place: BackupPlaceConfig;
  readonly seal: BackupSealConfig;
  readonly keep: BackupRetention;
  /** Folder of the PostgreSQL programs; `null`: they are looked for. */
  readonly toolsFolder: string | null;
}

/** Settings of snapshots. */
export interface SnapshotsConfig {
  readonly enabled: boolean;
  /** Folder of the snapshots. */
  readonly folder: string;
  readonly everyEvents: number;
  readonly everyMs: number;
  readonly keep: number;
}

/** Settings of the bin. */
export interface BinConfig {
  /** How long what was deleted can be restored, in milliseconds. */
  readonly keptMs: number;
}

/** Settings of exports. */
export interface ExportsConfig {
  /** Folder of the files; gateways and workers must share it, as they share the blob store. */
  readonly folder: string;
  /** How long a file is kept after it was made. */
  readonly keptMs: number;
}

/** Settings of imports. */
export interface ImportsConfig {
  /** Folder of uploaded files; gateways and workers must share it, as they share the blob store. */
  readonly folder: string;
  /** Maximum size of a file. */
  readonly maxBytes: number;
  /** How long an import is kept after it was requested, with its file if that is still there. */
  readonly keptMs: number;
}

/** All validated settings of a process, grouped by purpose. */
export interface Config {
  readonly dataFolder: string;
  /** Folder of the blob store. */
  readonly blobFolder: string;
  readonly host: string;
  readonly port: number;
  readonly doors: DoorConfig;
  /** Base URL of the page, without a trailing slash. */
  readonly pageUrl: string;
  readonly maxClipBytes: number;
  readonly documents: DocumentsConfig;
  readonly maxAudioMs: number;
  readonly workerRoles: readonly TaskQueue[];
  readonly shutdownGraceMs: number;
  /** Time without a heartbeat after which a worker counts as dead, except for work on audio. */
  readonly heartbeatTimeoutMs: number;
  readonly database: DatabaseConfig;
  readonly temporal: TemporalConfig;
  readonly speech: SpeechConfig;
  readonly language: LanguageConfig;
  /**
   * Engine-specific settings, unparsed, as given in the environment: each engine definition parses
   * its own. May hold secrets.
   */
  readonly engineSettings: GivenSettings;
  readonly tasks: TasksConfig;
  readonly owners: OwnersConfig;
  readonly backups: BackupsConfig;
  readonly snapshots: SnapshotsConfig;
  readonly exports: ExportsConfig;
  readonly imports: ImportsConfig;
  readonly bin: BinConfig;
  readonly logging: LoggingConfig;
  /** The servers that `npm start` runs itself because no address is configured for them. */
  readonly embedded: EmbeddedConfig;
}

export interface EmbeddedConfig {
  readonly runsDatabase: boolean;
  readonly databasePort: number;
  readonly runsTemporal: boolean;
  readonly temporalPort: number;
  readonly temporalUiPort: number;
  readonly temporalCliPath: string | null;
}
