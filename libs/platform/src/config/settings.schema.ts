import { z } from 'zod';
import { TASK_QUEUES } from '#contracts/model';
import type { EngineDefinition } from './engine-definition.ts';
import { sharedEngineSettings } from './engine-settings.schema.ts';
import { count, flag, limit, milliseconds, port } from './setting-types.ts';

/**
 * Every setting but those of single engines, which are in their definitions, with its default and
 * meaning. Names carry their unit.
 */
export const settingsSchema = z.object({
  AFTERWORD_DATA_FOLDER: z
    .string()
    .default('./data')
    .describe('Folder of all data that must last: blobs, and in `npm start` both databases.'),
  AFTERWORD_HOST: z
    .string()
    .default('127.0.0.1')
    .describe('Address that the gateway listens on. Loopback unless you put a proxy before it.'),
  AFTERWORD_PORT: port().default(4700).describe('Port of the page and the API.'),
  AFTERWORD_DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('PostgreSQL to use. `npm start` runs its own when this is not set.'),
  AFTERWORD_DATABASE_PORT: port()
    .default(4701)
    .describe('Port of the PostgreSQL that `npm start` runs.'),
  AFTERWORD_DATABASE_CONNECTIONS: count()
    .default(10)
    .describe('Database connections that each process keeps at most.'),
  AFTERWORD_TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s:]+:\d+$/, 'must look like host:port')
    .optional()
    .describe('Temporal to use, as `host:port`. `npm start` runs its own when this is not set.'),
  AFTERWORD_TEMPORAL_PORT: port()
    .default(4702)
    .describe('Port of the Temporal that `npm start` runs.'),
  AFTERWORD_TEMPORAL_UI_PORT: port()
    .default(4703)
    .describe('Port of the Temporal Web UI that `npm start` runs.'),
  AFTERWORD_TEMPORAL_UI_URL: z
    .url()
    .optional()
    .describe('Where people reach the Temporal Web UI; tasks link there.'),
  AFTERWORD_TEMPORAL_NAMESPACE: z.string().default('default').describe('Temporal namespace.'),
  AFTERWORD_WORKER_DEPLOYMENT: z
    .string()
    .regex(/^[\w-]{1,64}$/, 'must be letters, digits, - and _')
    .default('afterword')
    .describe('What the workers of an installation are called together, with all their versions.'),
  AFTERWORD_WORKER_ACTIVATION: z
    .enum(['automatic', 'manual'])
    .default('automatic')
    .describe(
      'Whether new runs begin with the version of a new worker as soon as it is there, or when an operator says so in Temporal.',
    ),
  AFTERWORD_TEMPORAL_CLI: z
    .string()
    .optional()
    .describe('Path of a `temporal` program for `npm start` to use instead of finding one.'),
  AFTERWORD_WORKER_ROLES: z
    .string()
    .default(TASK_QUEUES.join(','))
    .transform((value) => [...new Set(value.split(',').map((role) => role.trim()))])
    .pipe(z.array(z.enum(TASK_QUEUES)).min(1))
    .describe(
      'What a worker process does, as a comma-separated list: `orchestration`, `speech`, `language`, `maintenance`.',
    ),
  AFTERWORD_SUMMARY_QUIET_MILLISECONDS: z.coerce
    .number()
    .int()
    .min(0)
    .default(2_000)
    .describe('A conversation is summarised when its text has not changed for so long.'),
  AFTERWORD_SUMMARY_LONGEST_WAIT_MILLISECONDS: milliseconds()
    .default(30_000)
    .describe('A conversation that keeps changing is summarised after so long all the same.'),
  AFTERWORD_CONVERSATION_IDLE_MILLISECONDS: milliseconds()
    .default(60_000)
    .describe('The workflow of a conversation ends when nothing has happened for so long.'),
  AFTERWORD_BATCH_TIMEOUT_MILLISECONDS: milliseconds()
    .default(30 * 60_000)
    .describe('Time after which a correction, summary or scoring counts as hung.'),
  AFTERWORD_SIGNIFICANCE_ENABLED: flag()
    .default(true)
    .describe('Whether memories are scored, and pinned when they are pivotal.'),
  AFTERWORD_SHUTDOWN_GRACE_MILLISECONDS: milliseconds()
    .default(10_000)
    .describe('Time that a stopping worker gives to work in hand before it hands it back.'),
  AFTERWORD_MAX_CLIP_MEBIBYTES: count().default(2048).describe('Largest clip that is accepted.'),
  AFTERWORD_MAX_AUDIO_MINUTES: count()
    .default(24 * 60)
    .describe('Longest clip that is transcribed.'),
  AFTERWORD_OWNER_MAX_TASKS_IN_FLIGHT: limit().describe(
    'Tasks of one owner that may be open before more work of theirs is refused; 0 is no limit.',
  ),
  AFTERWORD_OWNER_MAX_MEBIBYTES_PER_DAY: limit().describe(
    'Clips that one owner may upload between two midnights, UTC; 0 is no limit.',
  ),
  AFTERWORD_OWNER_MAX_AUDIO_MINUTES_PER_DAY: limit().describe(
    'Audio after which clips of one owner are refused until midnight, UTC; 0 is no limit.',
  ),
  ...sharedEngineSettings,
  AFTERWORD_HEARTBEAT_TIMEOUT_MILLISECONDS: milliseconds()
    .default(10_000)
    .describe('A worker that has not been heard of for so long is taken for dead.'),
  AFTERWORD_LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace'])
    .default('info')
    .describe('How much is logged.'),
  AFTERWORD_LOG_PRETTY: flag().default(false).describe('Log lines for people instead of JSON.'),
});

/** All settings but those of single engines after validation, by their names in the environment. */
export type Settings = z.output<typeof settingsSchema>;

/**
 * Every setting by its name, those of the engines included: what `docs/configuration.md` lists and
 * which names there are.
 */
export function allSettings(
  definitions: readonly EngineDefinition[],
): Readonly<Record<string, z.ZodType>> {
  const ofEngines = definitions.flatMap(({ settings }) => Object.entries(settings.shape));
  return { ...settingsSchema.shape, ...Object.fromEntries(ofEngines) };
}
