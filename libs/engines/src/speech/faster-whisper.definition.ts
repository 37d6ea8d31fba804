import path from 'node:path';
import { z } from 'zod';
import { setting, type GivenSettings, type SpeechModel } from '#platform';
import { defineSpeechEngine } from './define-speech-engine.ts';

/** Resolves a path; a bare name such as `python3` stays, and is looked up on PATH when spawned. */
const programPath = (program: string) =>
  program.includes(path.sep) ? path.resolve(program) : program;

const settingsSchema = z.object({
  AFTERWORD_SPEECH_PYTHON: z
    .string()
    .default('.toolchain/python/bin/python')
    .transform(programPath)
    .describe('Python interpreter of the speech process.'),
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

/** What all speech processes have in common, whatever they serve. */
export interface SpeechProcessSettings {
  readonly pythonPath: string;
  readonly stallTimeoutMs: number;
}

/** The settings of speech processes. @param given the engine settings, which were validated */
export function speechProcessSettings(given: GivenSettings): SpeechProcessSettings {
  const settings = settingsSchema.parse(given);
  return {
    pythonPath: settings.AFTERWORD_SPEECH_PYTHON,
    stallTimeoutMs: settings.AFTERWORD_SPEECH_STALL_MILLISECONDS,
  };
}

const isLocal = ({ service }: SpeechModel) => service === null;

/** Names of models that know one language only; `whisper-tiny.en` and the like are in folders. */
const ENGLISH_ONLY = /[.-]en$/i;

/** Local Whisper models; tasks request them by model name. */
export const fasterWhisper = defineSpeechEngine({
  name: 'faster-whisper',
  description: 'Local Whisper in a Python process; tasks request it by the name of a model.',
  settings: settingsSchema,
  abilities: {
    isRemote: false,
    of: (name) => ({
      languages: ENGLISH_ONLY.test(name) ? ['en'] : null,
      tellsSpeakers: false,
      wordTimes: 'heard',
    }),
  },
  names: (_settings, named) => named.filter(isLocal).map(({ name }) => name),
  create: async (settings, context) => {
    const { createWhispers } = await import('./faster-whisper/create-whispers.ts');
    const options = {
      pythonPath: settings.AFTERWORD_SPEECH_PYTHON,
      device: settings.AFTERWORD_SPEECH_DEVICE,
      stallTimeoutMs: settings.AFTERWORD_SPEECH_STALL_MILLISECONDS,
      together: settings.AFTERWORD_SPEECH_CHUNKS_TOGETHER ?? null,
    };
    return createWhispers(context.config.speech.models.filter(isLocal), options, context);
  },
});
