import os from 'node:os';
import { z } from 'zod';
import { LANGUAGE_ENGINES, TASK_QUEUES } from '#contracts/messages';
import { namesDiffer } from './speech-model-name.ts';

const port = () => z.coerce.number().int().min(1).max(65_535);
const count = () => z.coerce.number().int().min(1);
/** 0 is no limit. */
const limit = () => z.coerce.number().int().min(0).default(0);
const milliseconds = () => z.coerce.number().int().min(1);
const flag = () => z.enum(['true', 'false']).transform((value) => value === 'true');

/** `fetch` takes no address with credentials; the key has a setting of its own, which stays secret. */
const withoutCredentials = (url: string) => {
  const { username, password } = new URL(url);
  return username === '' && password === '';
};

const settings = z.object({
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
  AFTERWORD_SPEECH_PYTHON: z
    .string()
    .default('.toolchain/python/bin/python')
    .describe('Python interpreter of the speech process.'),
  AFTERWORD_SPEECH_MODEL: z
    .string()
    .default('tiny.en')
    .describe('Whisper model: a name of its hub such as `small` or `large-v3`, or a folder.'),
  AFTERWORD_SPEECH_MODELS: z
    .string()
    .default('')
    .transform((value) => value.split(',').map((model) => model.trim()))
    .transform((models) => models.filter((model) => model !== ''))
    .describe(
      'Whisper models that a transcription may ask for beside AFTERWORD_SPEECH_MODEL, as a comma-separated list of names or folders. A folder goes by its last name.',
    ),
  AFTERWORD_SPEECH_DEVICE: z
    .enum(['auto', 'cpu', 'cuda'])
    .default('auto')
    .describe('Where the model runs. `auto` takes a GPU when there is one.'),
  AFTERWORD_SPEECH_SLOTS: count()
    .default(Math.max(1, Math.min(8, os.availableParallelism())))
    .describe('Chunks that one worker decodes at once.')
    .meta({ documentedDefault: 'the number of processors, at most 8' }),
  AFTERWORD_SPEECH_LANGUAGE: z
    .string()
    .default('auto')
    .describe('Language of the recordings as ISO 639-1, or `auto` to detect it.'),
  AFTERWORD_SPEECH_CHUNK_SECONDS: z.coerce
    .number()
    .min(5)
    .max(600)
    .default(28)
    .describe('Target length of a chunk; it is cut at the silence nearest to it.'),
  AFTERWORD_SPEECH_PARALLEL_CHUNKS: count()
    .default(16)
    .describe('Chunks of one clip that may be in flight at once, over all workers.'),
  AFTERWORD_SPEECH_CHUNK_TIMEOUT_MILLISECONDS: milliseconds()
    .default(15 * 60_000)
    .describe('Time after which a chunk counts as hung and is decoded again.'),
  AFTERWORD_SPEECH_STALL_MILLISECONDS: milliseconds()
    .default(120_000)
    .describe(
      'A speech process that has work but says nothing for so long is ended and restarted.',
    ),
  AFTERWORD_LANGUAGE_ENGINE: z
    .enum(LANGUAGE_ENGINES)
    .default('builtin')
    .describe(
      'What corrects, summarises and scores: `builtin` needs no model and no network; `openai-compatible` asks a model. A task may ask for the other; for the model, once its address and name are set.',
    ),
  AFTERWORD_LANGUAGE_BASE_URL: z
    .url({ protocol: /^https?$/, abort: true })
    .refine(
      withoutCredentials,
      'must not hold a name or a password: use AFTERWORD_LANGUAGE_API_KEY',
    )
    .optional()
    .describe(
      'Address of the OpenAI-compatible API up to its version, such as `http://127.0.0.1:11434/v1`.',
    ),
  AFTERWORD_LANGUAGE_MODEL: z
    .string()
    .optional()
    .describe('Name of the model, as its server knows it.'),
  AFTERWORD_LANGUAGE_API_KEY: z
    .string()
    .regex(/^[\x21-\x7e]+$/, 'must be plain characters without spaces')
    .optional()
    .describe('Key for the server of the model; not set for a server that wants none.'),
  AFTERWORD_LANGUAGE_TIMEOUT_MILLISECONDS: milliseconds()
    .default(120_000)
    .describe('Longest time that one answer of the model may take.'),
  AFTERWORD_LANGUAGE_STRUCTURED_OUTPUTS: flag()
    .default(true)
    .describe(
      'Whether the server of the model takes JSON schemas. With `false` the model is told the shape of its answer in words, as older servers need it.',
    ),
  AFTERWORD_LANGUAGE_SUMMARY_CHARACTERS: count()
    .default(24_000)
    .describe(
      'Longest text that the model reads in one call for a summary; longer conversations are summarised in parts.',
    ),
  AFTERWORD_LANGUAGE_SLOTS: count()
    .default(8)
    .describe('Pieces of work that one worker gives to the language engine at once.'),
  AFTERWORD_HEARTBEAT_TIMEOUT_MILLISECONDS: milliseconds()
    .default(10_000)
    .describe('A worker that has not been heard of for so long is taken for dead.'),
  AFTERWORD_LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace'])
    .default('info')
    .describe('How much is logged.'),
  AFTERWORD_LOG_PRETTY: flag().default(false).describe('Log lines for people instead of JSON.'),
});

/** The engine for OpenAI-compatible models cannot do without these, the builtin one can. */
const neededByModel = (name: 'AFTERWORD_LANGUAGE_BASE_URL' | 'AFTERWORD_LANGUAGE_MODEL') =>
  z.refine<Partial<z.output<typeof settings>>>(
    (given) => given.AFTERWORD_LANGUAGE_ENGINE !== 'openai-compatible' || given[name] !== undefined,
    {
      path: [name],
      error: 'is needed when AFTERWORD_LANGUAGE_ENGINE is openai-compatible',
      // Every fault is named at once: also when others were found before.
      when: ({ issues }) => !issues.some(({ path }) => path?.[0] === name),
    },
  );

/** Tasks name models by these, so no two may be the same. */
const modelsByName = z.refine<z.output<typeof settings>>(
  ({ AFTERWORD_SPEECH_MODEL: usual, AFTERWORD_SPEECH_MODELS: others }) =>
    namesDiffer([usual, ...others]),
  { path: ['AFTERWORD_SPEECH_MODELS'], error: 'must not hold two models that go by one name' },
);

/**
 * Every setting, its default and its meaning: the one source of validation and of
 * `docs/configuration.md`. Names carry their unit.
 */
export const settingsSchema = settings.check(
  neededByModel('AFTERWORD_LANGUAGE_BASE_URL'),
  neededByModel('AFTERWORD_LANGUAGE_MODEL'),
  modelsByName,
);

/** All settings after validation, by their names in the environment. */
export type Settings = z.output<typeof settingsSchema>;
