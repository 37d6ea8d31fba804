import { z } from 'zod';
import { SPEECH_PROVIDERS, type MinutePrices } from '#contracts/model';
import { count, milliseconds } from './setting-types.ts';
import { isSpeechModel, namesDiffer, speechModels, type SpeechModel } from './speech-models.ts';

const NAMES = `must be a name, a folder, or provider:model with one of the providers ${SPEECH_PROVIDERS.join(', ')}`;
const modelName = () => z.string().refine(isSpeechModel, NAMES);

/** Which models transcribe, and what those of services have in common. */
export const speechSettings = {
  AFTERWORD_SPEECH_MODEL: modelName()
    .default('tiny.en')
    .describe(
      'Default model of transcriptions. One that runs on this machine: `base`, which knows many languages and needs no model hub; a name on the hub such as `small` or `large-v3`; or a folder. Or one of a service as `provider:model`, such as `openai:whisper-1`; see [Engines](#engines).',
    ),
  AFTERWORD_SPEECH_MODELS: z
    .string()
    .default('')
    .transform((value) => value.split(',').map((model) => model.trim()))
    .transform((models) => models.filter((model) => model !== ''))
    .pipe(z.array(modelName()))
    .describe(
      'Models that a transcription may request in addition to AFTERWORD_SPEECH_MODEL, as a comma-separated list of the same form. The name of a folder is its last path segment.',
    ),
  AFTERWORD_SPEECH_TIMEOUT_MILLISECONDS: milliseconds()
    .default(120_000)
    .describe('Maximum time for the answer of a service to one chunk.'),
  AFTERWORD_SPEECH_MAX_REQUESTS: count()
    .default(8)
    .describe(
      'The most requests that one worker sends to a service that transcribes at the same time. It begins with two and finds by the answers how many the service can do.',
    ),
  AFTERWORD_SPEECH_PRICES: z
    .string()
    .default('')
    .transform(parsedMinutePrices)
    .describe(
      'What a minute of audio costs, by model, in AFTERWORD_LANGUAGE_CURRENCY: `openai:whisper-1=0.006`. Without a price the minutes of a model are counted and their cost is not known.',
    ),
};

/** The settings that name models. */
type Naming = Readonly<
  Record<'AFTERWORD_SPEECH_MODEL', string> & Record<'AFTERWORD_SPEECH_MODELS', readonly string[]>
>;

/** The models that settings name, the default first. */
export function namedSpeechModels(settings: Naming): readonly SpeechModel[] {
  return speechModels(settings.AFTERWORD_SPEECH_MODEL, settings.AFTERWORD_SPEECH_MODELS);
}

/** What is wrong with the models together; empty when nothing is. */
export function speechFaults(settings: Naming): readonly string[] {
  return namesDiffer(namedSpeechModels(settings))
    ? []
    : ['AFTERWORD_SPEECH_MODELS: must not contain two models that share one name'];
}

const PRICE = /^(?<model>[a-z-]+:\S+)=(?<perMinute>\d+(?:\.\d+)?)$/;

/** Parses `provider:model=price, …`; what is not of this form is a fault that names it. */
function parsedMinutePrices(value: string, context: z.RefinementCtx): MinutePrices {
  const entries = value.split(',').map((entry) => entry.trim());
  const prices: Record<string, string> = {};
  for (const entry of entries.filter((each) => each !== '')) {
    const { model, perMinute } = PRICE.exec(entry)?.groups ?? {};
    if (model === undefined || perMinute === undefined) {
      context.addIssue(`“${entry}” must look like provider:model=0.006`);
    } else {
      prices[model] = perMinute;
    }
  }
  return prices;
}
