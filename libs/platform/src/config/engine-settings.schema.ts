import os from 'node:os';
import { z } from 'zod';
import { LANGUAGE_ENGINES } from '#contracts/model';
import { count, flag, milliseconds } from './setting-types.ts';

/** `fetch` takes no address with credentials; the key has a setting of its own, which stays secret. */
const withoutCredentials = (url: string) => {
  const { username, password } = new URL(url);
  return username === '' && password === '';
};

/** What is heard and read by which engine, and how. */
export const engineSettings = {
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
};
