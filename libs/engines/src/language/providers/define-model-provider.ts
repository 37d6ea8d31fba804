import { partsOfEngineName, type LanguageEngineName, type ModelProvider } from '#contracts/model';
import type { Config, EngineSettingsSchema } from '#platform';
import type { LanguageEngineDefinition } from '../define-language-engine.ts';
import type { LanguageEngine } from '../language-engine.port.ts';

/** How the models of a provider are reached. */
export interface ProviderAccess {
  /** Base URL of its API including the version. */
  readonly baseUrl: string;
  /** `null` for a server that requires none. */
  readonly apiKey: string | null;
  /** The model where a name of an engine has none; `null` when there is none. */
  readonly model: string | null;
}

/** The contents of the definition file of a provider. */
export interface ModelProviderSpec<Settings> {
  readonly name: ModelProvider;
  readonly description: string;
  readonly settings: EngineSettingsSchema<Settings>;
  /** The settings without which none of its models can be reached. */
  readonly required: readonly string[];
  /** The setting with the model where a name of an engine has none. */
  readonly modelSetting?: string;
  /** @returns `null` when a required setting is not set */
  readonly access: (settings: Settings) => ProviderAccess | null;
}

/**
 * Defines a provider of language models. Its models are those that settings name, each an engine of its
 * own; for them, what the provider requires must be set.
 */
export function defineModelProvider<Settings>(
  spec: ModelProviderSpec<Settings>,
): LanguageEngineDefinition {
  const { name: provider, description, settings, required, modelSetting } = spec;
  const namesOf = (access: ProviderAccess | null, named: readonly LanguageEngineName[]) => {
    if (access === null) return [];
    const own: LanguageEngineName[] =
      access.model !== null && provider === 'openai-compatible' ? [provider] : [];
    const models = named.filter((name) => isModelOf(name, provider));
    return [...own, ...models];
  };
  return {
    ...{ kind: 'language', name: provider, description, costly: true, settings },
    required: (name) =>
      modelSetting === undefined || name.includes(':') ? required : [...required, modelSetting],
    names: (given, { language }) => namesOf(spec.access(settings.parse(given)), language),
    create: async ({ config }) => {
      const access = spec.access(settings.parse(config.engineSettings));
      if (access === null) return new Map();
      const names = namesOf(access, config.language.named);
      const checks = Object.keys(settings.shape);
      return enginesOf(names, { provider, access, checks, config });
    },
  };
}

/** What the engines of a provider are made of. */
interface Making {
  readonly provider: ModelProvider;
  readonly access: ProviderAccess;
  /** The settings to check when the provider does not accept a request. */
  readonly checks: readonly string[];
  readonly config: Config;
}

async function enginesOf(
  names: readonly LanguageEngineName[],
  { provider, access, checks, config }: Making,
): Promise<ReadonlyMap<string, LanguageEngine>> {
  if (names.length === 0) return new Map();
  const { ModelEngine } = await import('../model.engine.ts');
  const { RequestGate } = await import('../../remote/pace/request-gate.ts');
  const { baseUrl, apiKey } = access;
  const { maxRequests, ...models } = config.language.models;
  const { askedToWait } = await import('../model/asked-to-wait.ts');
  const gate = new RequestGate(maxRequests, askedToWait);
  const engines = names.map((name) => {
    const model = partsOfEngineName(name).model ?? access.model ?? '';
    const options = { provider, baseUrl, apiKey, model, checks, gate, ...models };
    return [name, new ModelEngine(options)] as const;
  });
  return new Map(engines);
}

function isModelOf(name: LanguageEngineName, provider: ModelProvider): boolean {
  const parts = partsOfEngineName(name);
  return parts.provider === provider && parts.model !== null;
}
