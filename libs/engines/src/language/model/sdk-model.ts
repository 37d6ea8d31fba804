import { extractReasoningMiddleware, wrapLanguageModel } from 'ai';
import type { ModelProvider } from '#contracts/model';
import { fetchOfModels } from './fetch-of-models.ts';
import type { ObjectModelOptions } from './object-model.options.ts';

/** A model as the AI SDK calls it. */
export type SdkModel = ReturnType<typeof wrapLanguageModel>;
type BareModel = Parameters<typeof wrapLanguageModel>[0]['model'];

/** Address, key and `fetch` in the words of the SDK. */
interface Access {
  readonly baseURL: string;
  readonly apiKey: string;
  readonly fetch: typeof globalThis.fetch;
}

type Options = Pick<ObjectModelOptions, 'model' | 'apiKey' | 'structuredOutputs'>;

/** How each provider makes its models; only the package that is needed is loaded. */
const MODELS: Readonly<
  Record<ModelProvider, (access: Access, options: Options) => Promise<BareModel>>
> = {
  'openai-compatible': openAiCompatible,
  ollama: openAiCompatible,
  /** Chat completions, because they store nothing at the provider. */
  openai: async (access, { model }) =>
    (await import('@ai-sdk/openai')).createOpenAI(access).chat(model),
  anthropic: async (access, { model }) =>
    (await import('@ai-sdk/anthropic')).createAnthropic(access)(model),
  google: async (access, { model }) =>
    (await import('@ai-sdk/google')).createGoogleGenerativeAI(access)(model),
};

async function openAiCompatible(
  { baseURL, fetch }: Access,
  { model, apiKey, structuredOutputs }: Options,
): Promise<BareModel> {
  const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
  const provider = createOpenAICompatible({
    ...{ name: 'language', baseURL, fetch },
    ...{ supportsStructuredOutputs: structuredOutputs, includeUsage: true },
    ...(apiKey === null ? {} : { apiKey }),
  });
  return provider(model);
}

/** The middleware sets reasoning apart, which models add despite the prompt. */
const EXTRACT_REASONING = extractReasoningMiddleware({ tagName: 'think' });

/** The model of a provider. Keys come from our settings only, never from other variables. */
export async function sdkModel(options: ObjectModelOptions): Promise<SdkModel> {
  const { provider, baseUrl, apiKey } = options;
  const access = { baseURL: baseUrl, apiKey: apiKey ?? '', fetch: fetchOfModels() };
  const model = await MODELS[provider](access, options);
  return wrapLanguageModel({ model, middleware: EXTRACT_REASONING });
}
