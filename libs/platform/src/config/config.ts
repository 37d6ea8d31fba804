import path from 'node:path';
import type { Settings } from './settings.schema.ts';
import { backupsConfig, snapshotsConfig } from './backup-config.ts';
import { binConfig } from './bin-config.ts';
import { doorConfig } from './door-config.ts';
import { exportsConfig } from './export-config.ts';
import { importsConfig } from './import-config.ts';
import { languageConfig, type NamedEngines } from './language-config.ts';
import type { GivenSettings } from './engine-definition.ts';

import type {
  DatabaseConfig,
  TemporalConfig,
  SpeechConfig,
  TasksConfig,
  OwnersConfig,
  Config,
  EmbeddedConfig,
} from './config.types.ts';

/**
 * Groups validated settings and derives the values that depend on other settings.
 * @param engineSettings validated engine-specific settings, as given in the environment
 * @param engineNames the language engines that settings name
 */
export function toConfig(
  settings: Settings,
  engineSettings: GivenSettings,
  engineNames: NamedEngines,
): Config {
  const embedded: EmbeddedConfig = {
    runsDatabase: settings.AFTERWORD_DATABASE_URL === undefined,
    databasePort: settings.AFTERWORD_DATABASE_PORT,
    runsTemporal: settings.AFTERWORD_TEMPORAL_ADDRESS === undefined,
    temporalPort: settings.AFTERWORD_TEMPORAL_PORT,
    temporalUiPort: settings.AFTERWORD_TEMPORAL_UI_PORT,
    temporalCliPath: settings.AFTERWORD_TEMPORAL_CLI ?? null,
  };
  return {
    dataFolder: path.resolve(settings.AFTERWORD_DATA_FOLDER),
    blobFolder: path.resolve(settings.AFTERWORD_DATA_FOLDER, 'blobs'),
    host: settings.AFTERWORD_HOST,
    port: settings.AFTERWORD_PORT,
    doors: doorConfig(settings),
    pageUrl: pageUrlOf(settings),
    maxClipBytes: settings.AFTERWORD_MAX_CLIP_MEBIBYTES * 1024 * 1024,
    documents: {
      maxBytes: settings.AFTERWORD_DOCUMENT_MAX_MEBIBYTES * 1024 * 1024,
      timeoutMs: settings.AFTERWORD_DOCUMENT_TIMEOUT_MILLISECONDS,
      memoryMebibytes: settings.AFTERWORD_DOCUMENT_MEMORY_MEBIBYTES,
    },
    maxAudioMs: settings.AFTERWORD_MAX_AUDIO_MINUTES * 60_000,
    workerRoles: settings.AFTERWORD_WORKER_ROLES,
    shutdownGraceMs: settings.AFTERWORD_SHUTDOWN_GRACE_MILLISECONDS,
    heartbeatTimeoutMs: settings.AFTERWORD_HEARTBEAT_TIMEOUT_MILLISECONDS,
    database: databaseConfig(settings),
    temporal: temporalConfig(settings),
    speech: speechConfig(settings),
    language: languageConfig(settings, engineNames),
    engineSettings,
    tasks: tasksConfig(settings),
    owners: ownersConfig(settings),
    backups: backupsConfig(settings),
    snapshots: snapshotsConfig(settings),
    exports: exportsConfig(settings),
    imports: importsConfig(settings),
    bin: binConfig(settings),
    logging: { level: settings.AFTERWORD_LOG_LEVEL, pretty: settings.AFTERWORD_LOG_PRETTY },
    embedded,
  };
}

function pageUrlOf({ AFTERWORD_PUBLIC_URL: url, AFTERWORD_PORT: port }: Settings): string {
  return `${(url ?? `http://127.0.0.1:${port}`).replace(/\/+$/, '')}/app`;
}

function databaseConfig(settings: Settings): DatabaseConfig {
  return {
    url:
      settings.AFTERWORD_DATABASE_URL ??
      `postgresql://afterword@127.0.0.1:${settings.AFTERWORD_DATABASE_PORT}/afterword`,
    connections: settings.AFTERWORD_DATABASE_CONNECTIONS,
  };
}

function temporalConfig(settings: Settings): TemporalConfig {
  const uiUrl =
    settings.AFTERWORD_TEMPORAL_UI_URL ?? `http://127.0.0.1:${settings.AFTERWORD_TEMPORAL_UI_PORT}`;
  return {
    address: settings.AFTERWORD_TEMPORAL_ADDRESS ?? `127.0.0.1:${settings.AFTERWORD_TEMPORAL_PORT}`,
    namespace: settings.AFTERWORD_TEMPORAL_NAMESPACE,
    deployment: settings.AFTERWORD_WORKER_DEPLOYMENT,
    activation: settings.AFTERWORD_WORKER_ACTIVATION,
    uiUrl: uiUrl.replace(/\/+$/, ''),
    titles: settings.AFTERWORD_TEMPORAL_TITLES,
  };
}

function speechConfig(settings: Settings): SpeechConfig {
  return {
    slots: settings.AFTERWORD_SPEECH_SLOTS,
    language:
      settings.AFTERWORD_SPEECH_LANGUAGE === 'auto' ? null : settings.AFTERWORD_SPEECH_LANGUAGE,
    chunkTargetMs: settings.AFTERWORD_SPEECH_CHUNK_SECONDS * 1000,
    parallelChunks: settings.AFTERWORD_SPEECH_PARALLEL_CHUNKS,
    chunkTimeoutMs: settings.AFTERWORD_SPEECH_CHUNK_TIMEOUT_MILLISECONDS,
    heartbeatTimeoutMs: settings.AFTERWORD_SPEECH_HEARTBEAT_TIMEOUT_MILLISECONDS,
    diarisation: settings.AFTERWORD_DIARISATION,
    voiceProfiles: settings.AFTERWORD_VOICE_PROFILES === 'on',
    voiceModel: settings.AFTERWORD_VOICE_MODEL === 'off' ? null : settings.AFTERWORD_VOICE_MODEL,
  };
}

function tasksConfig(settings: Settings): TasksConfig {
  return {
    quiet: {
      quietMs: settings.AFTERWORD_SUMMARY_QUIET_MILLISECONDS,
      longestWaitMs: settings.AFTERWORD_SUMMARY_LONGEST_WAIT_MILLISECONDS,
    },
    entityIdleMs: settings.AFTERWORD_CONVERSATION_IDLE_MILLISECONDS,
    batchTimeoutMs: settings.AFTERWORD_BATCH_TIMEOUT_MILLISECONDS,
    scoringEnabled: settings.AFTERWORD_SIGNIFICANCE_ENABLED,
  };
}

function ownersConfig(settings: Settings): OwnersConfig {
  const limit = (value: number, unit = 1) => (value === 0 ? null : value * unit);
  return {
    tasksInFlight: limit(settings.AFTERWORD_OWNER_MAX_TASKS_IN_FLIGHT),
    bytesPerDay: limit(settings.AFTERWORD_OWNER_MAX_MEBIBYTES_PER_DAY, 1024 * 1024),
    audioMsPerDay: limit(settings.AFTERWORD_OWNER_MAX_AUDIO_MINUTES_PER_DAY, 60_000),
  };
}
