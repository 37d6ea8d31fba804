import path from 'node:path';
import { z } from 'zod';
import { setting } from '#platform';
import { defineSpeechEngine } from './define-speech-engine.ts';
import { namesDiffer, speechModels } from './faster-whisper/models.ts';

/** A bare name such as `python3` is looked up on PATH by whoever runs it. */
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
  AFTERWORD_SPEECH_STALL_MILLISECONDS: setting
    .milliseconds()
    .default(120_000)
    .describe(
      'A speech process that has work but says nothing for so long is ended and restarted.',
    ),
});

const modelsOf = (settings: z.output<typeof settingsSchema>) =>
  speechModels(settings.AFTERWORD_SPEECH_MODEL, settings.AFTERWORD_SPEECH_MODELS);

/** A local Whisper; tasks ask for it by the names of its models. */
export const fasterWhisper = defineSpeechEngine({
  name: 'faster-whisper',
  description: 'A local Whisper in a Python process; goes by the names of its models.',
  settings: settingsSchema.refine((settings) => namesDiffer(modelsOf(settings)), {
    path: ['AFTERWORD_SPEECH_MODELS'],
    error: 'must not hold two models that go by one name',
  }),
  names: (settings) => modelsOf(settings).map(({ name }) => name),
  create: async (settings, context) => {
    const { createWhispers } = await import('./faster-whisper/create-whispers.ts');
    const options = {
      pythonPath: settings.AFTERWORD_SPEECH_PYTHON,
      device: settings.AFTERWORD_SPEECH_DEVICE,
      stallTimeoutMs: settings.AFTERWORD_SPEECH_STALL_MILLISECONDS,
    };
    return createWhispers(modelsOf(settings), options, context);
  },
});
