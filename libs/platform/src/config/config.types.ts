import type { LanguageEngineName, TaskQueue } from '#contracts/model';
import type { QuietTiming } from '#contracts/workflows';
import type { GivenSettings } from './engine-definition.ts';

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

/** How recordings are heard, by whichever engine. */
export interface SpeechConfig {
  /** Chunks that one worker decodes at once. */
  readonly slots: number;
  /** ISO 639-1, or `null` to detect it. */
  readonly language: string | null;
  readonly chunkTargetMs: number;
  readonly parallelChunks: number;
  readonly chunkTimeoutMs: number;
}

/** What corrects, summarises and scores. */
export interface LanguageConfig {
  /** The engine of tasks that ask for none. */
  readonly engine: LanguageEngineName;
  /** Pieces of work that one worker gives to engines at once. */
  readonly slots: number;
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
  /**
   * What is set of the settings of single engines, as it stands in the environment: each definition
   * parses its own. May hold secrets.
   */
  readonly engineSettings: GivenSettings;
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
