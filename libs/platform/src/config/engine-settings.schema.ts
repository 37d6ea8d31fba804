import os from 'node:os';
import { z } from 'zod';
import { LANGUAGE_ENGINES } from '#contracts/model';
import { count, milliseconds } from './setting-types.ts';

/** Settings that all engines of a kind share; those of one engine are in its definition. */
export const sharedEngineSettings = {
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
  AFTERWORD_LANGUAGE_ENGINE: z
    .enum(LANGUAGE_ENGINES)
    .default('builtin')
    .describe(
      'The language engine of tasks that ask for none; see [Engines](#engines) for what there is.',
    ),
  AFTERWORD_LANGUAGE_SLOTS: count()
    .default(8)
    .describe('Pieces of work that one worker gives to the language engine at once.'),
};
