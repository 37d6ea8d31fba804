import path from 'node:path';
import type { Settings } from './settings.schema.ts';
import { speechModelName } from './speech-model-name.ts';

import type {
  DatabaseConfig,
  TemporalConfig,
  SpeechModel,
  SpeechConfig,
  OpenAiCompatibleConfig,
  LanguageConfig,
  TasksConfig,
  OwnersConfig,
  Config,
  EmbeddedConfig,
} from './config.types.ts';

/** Groups validated settings and fills in what follows from others. */
export function toConfig(settings: Settings): Config {
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
    maxClipBytes: settings.AFTERWORD_MAX_CLIP_MEBIBYTES * 1024 * 1024,
    maxAudioMs: settings.AFTERWORD_MAX_AUDIO_MINUTES * 60_000,
    workerRoles: settings.AFTERWORD_WORKER_ROLES,
    shutdownGraceMs: settings.AFTERWORD_SHUTDOWN_GRACE_MILLISECONDS,
    heartbeatTimeoutMs: settings.AFTERWORD_HEARTBEAT_TIMEOUT_MILLISECONDS,
    database: databaseConfig(settings),
    temporal: temporalConfig(settings),
    speech: speechConfig(settings),
    language: languageConfig(settings),
    tasks: tasksConfig(settings),
    owners: ownersConfig(settings),
    logging: { level: settings.AFTERWORD_LOG_LEVEL, pretty: settings.AFTERWORD_LOG_PRETTY },
    embedded,
  };
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
  };
}

function speechConfig(settings: Settings): SpeechConfig {
  const model = speechModel(settings.AFTERWORD_SPEECH_MODEL);
  const others = new Set(settings.AFTERWORD_SPEECH_MODELS);
  others.delete(model.location);
  return {
    pythonPath: programPath(settings.AFTERWORD_SPEECH_PYTHON),
    model,
    models: [model, ...[...others].map(speechModel)],
    device: settings.AFTERWORD_SPEECH_DEVICE,
    slots: settings.AFTERWORD_SPEECH_SLOTS,
    language:
      settings.AFTERWORD_SPEECH_LANGUAGE === 'auto' ? null : settings.AFTERWORD_SPEECH_LANGUAGE,
    chunkTargetMs: settings.AFTERWORD_SPEECH_CHUNK_SECONDS * 1000,
    parallelChunks: settings.AFTERWORD_SPEECH_PARALLEL_CHUNKS,
    chunkTimeoutMs: settings.AFTERWORD_SPEECH_CHUNK_TIMEOUT_MILLISECONDS,
    stallTimeoutMs: settings.AFTERWORD_SPEECH_STALL_MILLISECONDS,
  };
}

function speechModel(location: string): SpeechModel {
  return { name: speechModelName(location), location };
}

/** The schema lets no settings through that name a model as the engine and lack one. */
function languageConfig(settings: Settings): LanguageConfig {
  const openAiCompatible = openAiCompatibleConfig(settings);
  return {
    engine: settings.AFTERWORD_LANGUAGE_ENGINE,
    engines: openAiCompatible === null ? ['builtin'] : ['builtin', 'openai-compatible'],
    slots: settings.AFTERWORD_LANGUAGE_SLOTS,
    openAiCompatible,
  };
}

function openAiCompatibleConfig(settings: Settings): OpenAiCompatibleConfig | null {
  const { AFTERWORD_LANGUAGE_BASE_URL: baseUrl, AFTERWORD_LANGUAGE_MODEL: model } = settings;
  if (baseUrl === undefined || model === undefined) return null;
  return {
    baseUrl,
    model,
    apiKey: settings.AFTERWORD_LANGUAGE_API_KEY ?? null,
    timeoutMs: settings.AFTERWORD_LANGUAGE_TIMEOUT_MILLISECONDS,
    structuredOutputs: settings.AFTERWORD_LANGUAGE_STRUCTURED_OUTPUTS,
    maxSummaryCharacters: settings.AFTERWORD_LANGUAGE_SUMMARY_CHARACTERS,
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

/** A bare name such as `python3` is looked up on PATH by whoever runs it. */
function programPath(program: string): string {
  return program.includes(path.sep) ? path.resolve(program) : program;
}
