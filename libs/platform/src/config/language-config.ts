import type { LanguageEngineName, TokenLimits } from '#contracts/model';
import type { LanguageConfig } from './config.types.ts';
import type { GivenSettings } from './engine-definition.ts';
import { ENGINE_SETTINGS } from './model-settings.schema.ts';
import { settingsSchema, type Settings } from './settings.schema.ts';

/** The language engines that settings name. */
export interface NamedEngines {
  /** Each once, with the setting that names it first. */
  readonly bySetting: ReadonlyMap<LanguageEngineName, string>;
  /** Whether AFTERWORD_LANGUAGE_ENGINE is set. */
  readonly isChosen: boolean;
}

/** The settings that name engines. */
const NAMING = settingsSchema.pick({
  AFTERWORD_LANGUAGE_ENGINE: true,
  AFTERWORD_LANGUAGE_MODELS: true,
  AFTERWORD_CORRECTION_ENGINE: true,
  AFTERWORD_SUMMARY_ENGINE: true,
  AFTERWORD_SIGNIFICANCE_ENGINE: true,
  AFTERWORD_AGENT_REPORT_ENGINE: true,
});

/**
 * The engines that settings name.
 * @returns none when one of these settings is not valid, which is a fault of its own
 */
export function namedEngines(given: GivenSettings): NamedEngines {
  const { data } = NAMING.safeParse(given);
  const isChosen = given['AFTERWORD_LANGUAGE_ENGINE'] !== undefined;
  if (data === undefined) return { bySetting: new Map(), isChosen };
  const { AFTERWORD_LANGUAGE_MODELS: others, ...single } = data;
  const bySetting = new Map<LanguageEngineName, string>();
  const add = (setting: string, name: LanguageEngineName | undefined) => {
    if (name !== undefined && !bySetting.has(name)) bySetting.set(name, setting);
  };
  for (const [setting, name] of Object.entries(single)) add(setting, name);
  for (const name of others) add('AFTERWORD_LANGUAGE_MODELS', name);
  return { bySetting, isChosen };
}

/** The settings of correction, summary, scoring and reports. */
export function languageConfig(
  settings: Settings,
  { bySetting, isChosen }: NamedEngines,
): LanguageConfig {
  const engine = settings.AFTERWORD_LANGUAGE_ENGINE;
  const ofType = (type: keyof typeof ENGINE_SETTINGS) => settings[ENGINE_SETTINGS[type]] ?? engine;
  return {
    engine,
    engines: {
      correction: ofType('correction'),
      summary: ofType('summary'),
      significance: ofType('significance'),
      agent_report: ofType('agent_report'),
    },
    named: [...bySetting.keys()],
    isChosen,
    models: {
      timeoutMs: settings.AFTERWORD_LANGUAGE_TIMEOUT_MILLISECONDS,
      structuredOutputs: settings.AFTERWORD_LANGUAGE_STRUCTURED_OUTPUTS,
      maxSummaryCharacters: settings.AFTERWORD_LANGUAGE_SUMMARY_CHARACTERS,
      maxRequests: settings.AFTERWORD_LANGUAGE_MAX_REQUESTS,
    },
    fallback: settings.AFTERWORD_LANGUAGE_FALLBACK === 'builtin' ? 'builtin' : null,
    prices: settings.AFTERWORD_LANGUAGE_PRICES,
    currency: settings.AFTERWORD_LANGUAGE_CURRENCY,
    limits: tokenLimits(settings),
    slots: settings.AFTERWORD_LANGUAGE_SLOTS,
    rules: {
      threads: settings.AFTERWORD_RULES_THREADS,
      timeoutMs: settings.AFTERWORD_RULES_TIMEOUT_MILLISECONDS,
    },
    transcriptStyle: settings.AFTERWORD_TRANSCRIPT_STYLE,
  };
}

function tokenLimits(settings: Settings): TokenLimits {
  const limit = (value: number) => (value === 0 ? null : value);
  const cost = settings.AFTERWORD_LANGUAGE_COST_PER_DAY;
  return {
    tokensPerDay: limit(settings.AFTERWORD_LANGUAGE_TOKENS_PER_DAY),
    costPerDay: Number(cost) === 0 ? null : cost,
    ownerTokensPerDay: limit(settings.AFTERWORD_OWNER_MAX_TOKENS_PER_DAY),
  };
}
