import type { LanguageEngineName, TaskQueue } from '#contracts/model';
import type { QuietTiming } from '#contracts/workflows';

export interface LoggingConfig {
  readonly level: string;
  readonly pretty: boolean;
}

export interface DatabaseConfig {
  readonly url: string;
  readonly connections: number;
}

export interface TemporalConfig {
  /** `host:port` */
  readonly address: string;
  readonly namespace: string;
  /** Name of all workers of this installation together. */
  readonly deployment: string;
  /** Who says that new runs begin with a new version. */
  readonly activation: 'automatic' | 'manual';
  /** Base address of the Web UI, without a slash at the end. */
  readonly uiUrl: string;
}

/** A Whisper model that transcriptions may ask for. */
export interface SpeechModel {
  /** By which tasks ask for it. */
  readonly name: string;
  /** A name of its hub, or a folder. */
  readonly location: string;
}

export interface SpeechConfig {
  /** A path, or a bare name that is on PATH. */
  readonly pythonPath: string;
  /** The model of tasks that ask for none. */
  readonly model: SpeechModel;
  /** All that may be asked for; the first is {@link model}. */
  readonly models: readonly SpeechModel[];
  readonly device: 'auto' | 'cpu' | 'cuda';
  readonly slots: number;
  /** ISO 639-1, or `null` to detect it. */
  readonly language: string | null;
  readonly chunkTargetMs: number;
  readonly parallelChunks: number;
  readonly chunkTimeoutMs: number;
  readonly stallTimeoutMs: number;
}

/** A model behind an OpenAI-compatible API; holds a secret. */
export interface OpenAiCompatibleConfig {
  readonly baseUrl: string;
  readonly model: string;
  /** `null` for a server that wants none. */
  readonly apiKey: string | null;
  readonly timeoutMs: number;
  /** Whether the server takes JSON schemas. */
  readonly structuredOutputs: boolean;
  readonly maxSummaryCharacters: number;
}

/** What corrects, summarises and scores. */
export interface LanguageConfig {
  /** The engine of tasks that ask for none. */
  readonly engine: LanguageEngineName;
  /** All that may be asked for. */
  readonly engines: readonly LanguageEngineName[];
  /** Pieces of work that one worker gives to engines at once. */
  readonly slots: number;
  /** `null` when no model is configured. */
  readonly openAiCompatible: OpenAiCompatibleConfig | null;
}

/** When and how tasks are run. */
export interface TasksConfig {
  /** When a conversation that changes is summarised. */
  readonly quiet: QuietTiming;
  /** The workflow of an entity ends when nothing has happened for so long. */
  readonly entityIdleMs: number;
  readonly batchTimeoutMs: number;
  /** Whether memories are scored. */
  readonly scoringEnabled: boolean;
}

/** How much one owner may take; `null` is as much as there is. */
export interface OwnersConfig {
  readonly tasksInFlight: number | null;
  readonly bytesPerDay: number | null;
  readonly audioMsPerDay: number | null;
}

/** All settings of a process, validated, grouped by what they are for. */
export interface Config {
  readonly dataFolder: string;
  /** Where the blob store keeps its files. */
  readonly blobFolder: string;
  readonly host: string;
  readonly port: number;
  readonly maxClipBytes: number;
  readonly maxAudioMs: number;
  readonly workerRoles: readonly TaskQueue[];
  readonly shutdownGraceMs: number;
  readonly heartbeatTimeoutMs: number;
  readonly database: DatabaseConfig;
  readonly temporal: TemporalConfig;
  readonly speech: SpeechConfig;
  readonly language: LanguageConfig;
  readonly tasks: TasksConfig;
  readonly owners: OwnersConfig;
  readonly logging: LoggingConfig;
  /** What `npm start` runs itself because no address was configured. */
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
