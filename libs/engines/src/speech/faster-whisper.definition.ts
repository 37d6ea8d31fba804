import path from 'node:path';
import { z } from 'zod';
import { setting } from '#platform';
import { defineSpeechEngine } from './define-speech-engine.ts';
import { namesDiffer, speechModels } from './faster-whisper/models.ts';

/** Resolves a path; a bare name such as `python3` stays, and is looked up on PATH when spawned. */
const programPath = (program: string) =>
  program.includes(path.sep) ? path.resolve(program) : program;

const settingsSchema = z.object({
  AFTERWORD_SPEECH_PYTHON: z
    .string()
    .default('.toolchain/python/bin/python')
    .transform(programPath)
    .describe('Python interpreter of the speech process.'),
  AFTERWORD_SPEECH_MODEL: z
    .string()
    .default('tiny.en')
    .describe(
      'Default Whisper model: a name on the model hub such as `small` or `large-v3`, or a folder.',
    ),
  AFTERWORD_SPEECH_MODELS: z
    .string()
    .default('')
    .transform((value) => value.split(',').map((model) => model.trim()))
    .transform((models) => models.filter((model) => model !== ''))
    .describe(
      'Whisper models that a transcription may request in addition to AFTERWORD_SPEECH_MODEL, as a comma-separated list of names or folders. The name of a folder is its last path segment.',
    ),
  AFTERWORD_SPEECH_DEVICE: z
    .enum(['auto', 'cpu', 'cuda'])
    .default('auto')
    .describe('Device on which the model runs. `auto` uses a GPU when one is available.'),
  AFTERWORD_SPEECH_CHUNKS_TOGETHER: setting
    .count()
    .optional()
    .describe(
      'Maximum number of chunks that one call to the model decodes together on a processor. More take less time and more memory. The text is the same.',
    )
    .meta({ documentedDefault: '3 for models of up to 200 MiB, otherwise 1' }),
  AFTERWORD_SPEECH_STALL_MILLISECONDS: setting
    .milliseconds()
    .default(120_000)
    .describe(
      'Time without messages after which a speech process that has work is killed and restarted.',
    ),
});

/** The Python interpreter of speech processes. @param given the engine settings, which were validated */
export function speechPython(given: Readonly<Record<string, unknown>>): string {
  return settingsSchema.shape.AFTERWORD_SPEECH_PYTHON.parse(given['AFTERWORD_SPEECH_PYTHON']);
}

const modelsOf = (settings: z.output<typeof settingsSchema>) =>
  speechModels(settings.AFTERWORD_SPEECH_MODEL, settings.AFTERWORD_SPEECH_MODELS);

/** Local Whisper models; tasks request them by model name. */
export const fasterWhisper = defineSpeechEngine({
  name: 'faster-whisper',
  description: 'Local Whisper in a Python process; tasks request it by the name of a model.',
  settings: settingsSchema.refine((settings) => namesDiffer(modelsOf(settings)), {
    path: ['AFTERWORD_SPEECH_MODELS'],
    error: 'must not contain two models that share one name',
  }),
  names: (settings) => modelsOf(settings).map(({ name }) => name),
  create: async (settings, context) => {
    const { createWhispers } = await import('./faster-whisper/create-whispers.ts');
    const options = {
      pythonPath: settings.AFTERWORD_SPEECH_PYTHON,
      device: settings.AFTERWORD_SPEECH_DEVICE,
      stallTimeoutMs: settings.AFTERWORD_SPEECH_STALL_MILLISECONDS,
      together: settings.AFTERWORD_SPEECH_CHUNKS_TOGETHER ?? null,
    };
    return createWhispers(modelsOf(settings), options, context);
  },
});
