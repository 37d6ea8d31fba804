import { z } from 'zod';
import { TASK_QUEUES } from '#contracts/model';
import { backupSettings } from './backup-settings.schema.ts';
import type { EngineDefinition } from './engine-definition.ts';
import { sharedEngineSettings } from './engine-settings.schema.ts';
import { binSettings } from './bin-config.ts';
import { doorSettings } from './door-config.ts';
import { exportSettings } from './export-config.ts';
import { importSettings } from './import-config.ts';
import { count, flag, limit, milliseconds, port } from './setting-types.ts';

/**
 * Every setting with its default and description, except engine-specific settings, which are in the
 * engine definitions. Names include the unit.
 */
export const settingsSchema = z.object({
  AFTERWORD_DATA_FOLDER: z
    .string()
    .default('./data')
    .describe('Folder of all persistent data: blobs and, with `npm start`, both databases.'),
  AFTERWORD_HOST: z
    .string()
    .default('127.0.0.1')
    .describe(
      'Address that the gateway listens on. One that other machines reach needs AFTERWORD_ALLOW_OPEN.',
    ),
  ...doorSettings,
  AFTERWORD_PORT: port().default(4700).describe('Port of the web page and the API.'),
  AFTERWORD_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'URL under which people reach the gateway, for links to the page; by default its port on `127.0.0.1`.',
    ),
  AFTERWORD_DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe(
      'URL of the PostgreSQL database. `npm start` runs its own server when this is not set.',
    ),
  AFTERWORD_DATABASE_PORT: port()
    .default(4701)
    .describe('Port of the PostgreSQL server that `npm start` runs.'),
  AFTERWORD_DATABASE_CONNECTIONS: count()
    .default(10)
    .describe('Maximum number of database connections of each process.'),
  AFTERWORD_TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s:]+:\d+$/, 'must look like host:port')
    .optional()
    .describe('Temporal server, as `host:port`. `npm start` runs its own when this is not set.'),
  AFTERWORD_TEMPORAL_PORT: port()
    .default(4702)
    .describe('Port of the Temporal server that `npm start` runs.'),
  AFTERWORD_TEMPORAL_UI_PORT: port()
    .default(4703)
    .describe('Port of the Temporal Web UI that `npm start` runs.'),
  AFTERWORD_TEMPORAL_UI_URL: z
    .url()
    .optional()
    .describe('URL of the Temporal Web UI for users; tasks link to it.'),
  AFTERWORD_TEMPORAL_TITLES: flag()
    .default(false)
    .describe(
      'Whether the Temporal Web UI shows the titles of conversations and the names of files, which are then stored in Temporal.',
    ),
  AFTERWORD_TEMPORAL_NAMESPACE: z.string().default('default').describe('Temporal namespace.'),
  AFTERWORD_WORKER_DEPLOYMENT: z
    .string()
    .regex(/^[\w-]{1,64}$/, 'must be letters, digits, - and _')
    .default('afterword')
    .describe('Temporal deployment name that all worker versions of an installation share.'),
  AFTERWORD_WORKER_ACTIVATION: z
    .enum(['automatic', 'manual'])
    .default('automatic')
    .describe(
      'Whether new runs use the version of a new worker as soon as it runs (`automatic`), or once an operator activates it in Temporal (`manual`).',
    ),
  AFTERWORD_TEMPORAL_CLI: z
    .string()
    .optional()
    .describe('Path of the `temporal` executable that `npm start` uses instead of finding one.'),
  AFTERWORD_WORKER_ROLES: z
    .string()
    .default(TASK_QUEUES.join(','))
    .transform((value) => [...new Set(value.split(',').map((role) => role.trim()))])
    .pipe(z.array(z.enum(TASK_QUEUES)).min(1))
    .describe(
      'Roles of a worker process, as a comma-separated list: `orchestration`, `speech`, `language`, `maintenance`.',
    ),
  AFTERWORD_SUMMARY_QUIET_MILLISECONDS: z.coerce
    .number()
    .int()
    .min(0)
    .default(2_000)
    .describe('A conversation is summarised when its text has not changed for this time.'),
  AFTERWORD_SUMMARY_LONGEST_WAIT_MILLISECONDS: milliseconds()
    .default(30_000)
    .describe('A conversation that keeps changing is summarised after this time at the latest.'),
  AFTERWORD_CONVERSATION_IDLE_MILLISECONDS: milliseconds()
    .default(60_000)
    .describe('The workflow of a conversation or project ends after this time without activity.'),
  AFTERWORD_BATCH_TIMEOUT_MILLISECONDS: milliseconds()
    .default(30 * 60_000)
    .describe('Time after which an activity of the language queue times out.'),
  AFTERWORD_SIGNIFICANCE_ENABLED: flag()
    .default(true)
    .describe(
      'Whether memories are scored, and pinned when they are pivotal. Those that are written while it is `false` wait, and are scored once it is `true`.',
    ),
  AFTERWORD_SHUTDOWN_GRACE_MILLISECONDS: milliseconds()
    .default(10_000)
    .describe(
      'Time that a stopping worker gives running activities to finish before it returns them.',
    ),
  AFTERWORD_MAX_CLIP_MEBIBYTES: count().default(2048).describe('Maximum size of a clip.'),
  AFTERWORD_DOCUMENT_MAX_MEBIBYTES: count()
    .default(20)
    .describe('Maximum size of a document of a project.'),
  AFTERWORD_DOCUMENT_TIMEOUT_MILLISECONDS: milliseconds()
    .default(60_000)
    .describe('Maximum time for reading one document; then the reading is ended.'),
  AFTERWORD_DOCUMENT_MEMORY_MEBIBYTES: count()
    .default(512)
    .describe('Maximum memory of the process that reads a document.'),
  AFTERWORD_MAX_AUDIO_MINUTES: count()
    .default(24 * 60)
    .describe('Maximum length of a clip that is transcribed.'),
  AFTERWORD_OWNER_MAX_TASKS_IN_FLIGHT: limit().describe(
    'Number of open tasks at which more work of an owner is refused; 0 means no limit.',
  ),
  AFTERWORD_OWNER_MAX_MEBIBYTES_PER_DAY: limit().describe(
    'Total size of clips that one owner may upload per UTC day; 0 means no limit.',
  ),
  AFTERWORD_OWNER_MAX_AUDIO_MINUTES_PER_DAY: limit().describe(
    'Total audio per UTC day after which clips of an owner are refused until midnight; 0 means no limit.',
  ),
  ...backupSettings,
  ...exportSettings,
  ...importSettings,
  ...binSettings,
  ...sharedEngineSettings,
  AFTERWORD_HEARTBEAT_TIMEOUT_MILLISECONDS: milliseconds()
    .default(10_000)
    .describe(
      'A worker that sends no heartbeat for this time is considered dead, and its work is given to another one. Work on audio has AFTERWORD_SPEECH_HEARTBEAT_TIMEOUT_MILLISECONDS.',
    ),
  AFTERWORD_LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace'])
    .default('info')
    .describe('Minimum level of log entries.'),
  AFTERWORD_LOG_PRETTY: flag()
    .default(false)
    .describe('Whether log lines are formatted for reading instead of JSON.'),
});

/** All settings after validation, except engine-specific ones, by environment variable name. */
export type Settings = z.output<typeof settingsSchema>;

/**
 * Every setting by its name, including engine-specific ones. `docs/configuration.md` lists these,
 * and any other `AFTERWORD_` name is unknown.
 */
export function allSettings(
  definitions: readonly EngineDefinition[],
): Readonly<Record<string, z.ZodType>> {
  const ofEngines = definitions.flatMap(({ settings }) => Object.entries(settings.shape));
  return { ...settingsSchema.shape, ...Object.fromEntries(ofEngines) };
}
