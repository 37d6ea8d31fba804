import os from 'node:os';
import { z } from 'zod';
import { isSpokenLanguage, TRANSCRIPT_STYLES } from '#contracts/model';
import { modelSettings } from './model-settings.schema.ts';
import { count, milliseconds } from './setting-types.ts';
import { speechSettings } from './speech-settings.schema.ts';

/** Settings that all engines of a kind share; engine-specific ones are in the engine definitions. */
export const sharedEngineSettings = {
  ...speechSettings,
  AFTERWORD_SPEECH_SLOTS: count()
    .default(Math.max(1, Math.min(8, os.availableParallelism())))
    .describe(
      'Number of processors with which one worker decodes. Each decodes one chunk, or up to three chunks together if the model is small.',
    )
    .meta({ documentedDefault: 'the number of processors, at most 8' }),
  AFTERWORD_SPEECH_LANGUAGE: z
    .string()
    .refine(isSpokenLanguage, 'must be a known code of ISO 639-1, or auto')
    .default('auto')
    .describe('Language of the recordings as ISO 639-1, or `auto` to detect it.'),
  AFTERWORD_SPEECH_CHUNK_SECONDS: z.coerce
    .number()
    .min(5)
    .max(600)
    .default(28)
    .describe('Target length of a chunk; each chunk is cut at the nearest silence.'),
  AFTERWORD_SPEECH_PARALLEL_CHUNKS: count()
    .default(16)
    .describe(
      'Number of chunks of one clip that may be in flight concurrently, across all workers.',
    ),
  AFTERWORD_SPEECH_CHUNK_TIMEOUT_MILLISECONDS: milliseconds()
    .default(15 * 60_000)
    .describe('Time after which a chunk counts as hung and is decoded again.'),
  AFTERWORD_SPEECH_HEARTBEAT_TIMEOUT_MILLISECONDS: milliseconds()
    .default(3_000)
    .describe(
      'The same as AFTERWORD_HEARTBEAT_TIMEOUT_MILLISECONDS, for workers that decode audio. Also the time without any message after which a speech process that has work is killed.',
    ),
  AFTERWORD_VOICE_MODEL: z
    .string()
    .default('campplus')
    .describe(
      'Network that tells voices apart: `campplus`, which `npm start` downloads and converts (81 MB, with the network that hears where two speak at once) while Afterword runs already; the path of an ONNX file with the same input and output; or `off`.',
    ),
  AFTERWORD_VOICE_PROFILES: z
    .enum(['on', 'off'])
    .default('off')
    .describe(
      'Whether owners may have voices recognised that somebody has named. Each owner switches it on for itself (`PATCH /owners/{ownerId}/settings`); names are suggested, never given.',
    ),
  AFTERWORD_DIARISATION: z
    .enum(['on', 'off'])
    .default('on')
    .describe(
      'Whether the speakers of a recording are told apart by their voices, for uploads and tasks that do not say. A recording whose speaker is named is left one turn.',
    ),
  ...modelSettings,
  AFTERWORD_LANGUAGE_SLOTS: count()
    .default(8)
    .describe(
      'Number of corrections, summaries, scores, documents and reports that one worker works on at once. A report sends up to four requests to a model at a time.',
    ),
  AFTERWORD_RULES_THREADS: count()
    .default(2)
    .describe(
      'Maximum number of threads of one worker in which the rules of the builtin engine and of the agents work. They are started when they are needed, and take some 75 MiB each. The work of one owner never takes all of them, unless there is only one.',
    ),
  AFTERWORD_RULES_TIMEOUT_MILLISECONDS: milliseconds()
    .default(20_000)
    .describe(
      'Time after which a call of these rules is stopped, and its task is tried again. Calls take milliseconds.',
    ),
  AFTERWORD_TRANSCRIPT_STYLE: z
    .enum(TRANSCRIPT_STYLES)
    .default('clean')
    .describe(
      'What corrections do with fillers ("um", "you know"), stutters and false starts: `clean` takes them out, `verbatim` keeps every one. It applies to corrections that start from then on.',
    ),
};
