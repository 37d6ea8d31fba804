/** The kinds of engines; a task type says which kind does its work. */
export const ENGINE_KINDS = ['speech', 'language'] as const;
export type EngineKind = (typeof ENGINE_KINDS)[number];

/** Services and servers that run language models. */
export const MODEL_PROVIDERS = [
  'openai-compatible',
  'openai',
  'anthropic',
  'google',
  'ollama',
] as const;
export type ModelProvider = (typeof MODEL_PROVIDERS)[number];

/** Services and servers that transcribe recordings. */
export const SPEECH_PROVIDERS = ['openai-compatible', 'openai', 'deepgram', 'elevenlabs'] as const;
export type SpeechProvider = (typeof SPEECH_PROVIDERS)[number];

/** A model that transcribes at a provider; tasks request it as `provider:model`. */
export interface SpeechService {
  readonly provider: SpeechProvider;
  readonly model: string;
}

/** The service that a name such as `openai:whisper-1` stands for; `null` for a model of this machine. */
export function speechServiceOf(name: string): SpeechService | null {
  const provider = SPEECH_PROVIDERS.find((each) => name.startsWith(`${each}:`));
  const model = provider === undefined ? '' : name.slice(provider.length + 1);
  return provider === undefined || !/^\S+$/u.test(model) ? null : { provider, model };
}

/** What corrects, summarises and scores: rules, or a model of a provider. */
export const LANGUAGE_PROVIDERS = ['builtin', ...MODEL_PROVIDERS] as const;
export type LanguageProvider = (typeof LANGUAGE_PROVIDERS)[number];

/**
 * The name by which tasks request a language engine: `builtin`, or a model as `provider:model`.
 * `openai-compatible` alone is the model that the operator has set for that provider.
 */
export type LanguageEngineName = 'builtin' | 'openai-compatible' | `${ModelProvider}:${string}`;

/** A language engine by the parts of its name. */
export interface NamedEngine {
  readonly provider: LanguageProvider;
  /** `null` where the name has none. */
  readonly model: string | null;
}

/** The parts of a name; models may have colons in their names, such as `ollama:llama3.1:8b`. */
export function partsOfEngineName(name: LanguageEngineName): NamedEngine {
  const at = name.indexOf(':');
  const [first, model] = at === -1 ? [name, null] : [name.slice(0, at), name.slice(at + 1)];
  const provider = LANGUAGE_PROVIDERS.find((known) => known === first);
  if (provider === undefined)
    throw new Error(`There is no provider of language models “${first}”.`);
  return { provider, model };
}

/** Whether a text is the name of a language engine. It says nothing about whether there is such a model. */
export function isLanguageEngineName(text: string): text is LanguageEngineName {
  if (text === 'builtin' || text === 'openai-compatible') return true;
  return MODEL_PROVIDERS.some(
    (provider) => text.startsWith(`${provider}:`) && /^\S+$/u.test(text.slice(provider.length + 1)),
  );
}
