import { z } from 'zod';
import { isLanguageEngineName, MODEL_PROVIDERS } from '#contracts/model';
import type { LanguageTaskType } from '#contracts/tasks';
import { DECIMAL, parsedPrices } from './model-prices.ts';
import { count, flag, limit, milliseconds } from './setting-types.ts';

const NAMES = `must be builtin, or provider:model with one of the providers ${MODEL_PROVIDERS.join(', ')}`;

/** `provider:model`, or `builtin`. */
const engineName = () => z.string().refine(isLanguageEngineName, NAMES);

/** The settings of the engines of the task types; a type without a setting does not compile. */
export const ENGINE_SETTINGS = {
  correction: 'AFTERWORD_CORRECTION_ENGINE',
  summary: 'AFTERWORD_SUMMARY_ENGINE',
  significance: 'AFTERWORD_SIGNIFICANCE_ENGINE',
  agent_report: 'AFTERWORD_AGENT_REPORT_ENGINE',
} as const satisfies Record<LanguageTaskType, string>;

const engineOf = (what: string) =>
  engineName()
    .optional()
    .describe(`The language engine of ${what}; by default AFTERWORD_LANGUAGE_ENGINE.`);

/** Which engine does the work of each task type, and what all models have in common. */
export const modelSettings = {
  AFTERWORD_LANGUAGE_ENGINE: engineName()
    .default('builtin')
    .describe(
      'The default language engine, used by tasks that request none: `builtin`, or a model as `provider:model`, such as `anthropic:claude-sonnet-4-5` or `ollama:llama3.1`; see [Engines](#engines).',
    ),
  [ENGINE_SETTINGS.correction]: engineOf('corrections'),
  [ENGINE_SETTINGS.summary]: engineOf('summaries'),
  [ENGINE_SETTINGS.significance]: engineOf('the scores of memories'),
  [ENGINE_SETTINGS.agent_report]: engineOf('the reports of projects'),
  AFTERWORD_LANGUAGE_MODELS: z
    .string()
    .default('')
    .transform((value) => value.split(',').map((name) => name.trim()))
    .transform((names) => names.filter((name) => name !== ''))
    .pipe(z.array(engineName()))
    .describe(
      'Models that tasks may request in addition, as a comma-separated list of `provider:model`.',
    ),
  AFTERWORD_LANGUAGE_FALLBACK: z
    .enum(['none', 'builtin'])
    .default('none')
    .describe(
      'What corrects, summarises and scores when a model has failed in all tries, or its limit of the day is reached: `builtin` rules, with the warning `engine_fell_back`; or `none`, so that the task fails or waits.',
    ),
  AFTERWORD_LANGUAGE_TIMEOUT_MILLISECONDS: milliseconds()
    .default(120_000)
    .describe('Maximum time for one answer of a model.'),
  AFTERWORD_LANGUAGE_MAX_REQUESTS: count()
    .default(8)
    .describe(
      'The most requests that one worker sends to a provider at the same time. It begins with two and finds by the answers how many the server can do: fewer when it is busy or slows down.',
    ),
  AFTERWORD_LANGUAGE_STRUCTURED_OUTPUTS: flag()
    .default(true)
    .describe(
      'Whether the models accept JSON schemas. With `false` the schema of the answer is part of the prompt, for servers without schema support.',
    ),
  AFTERWORD_LANGUAGE_SUMMARY_CHARACTERS: count()
    .default(24_000)
    .describe(
      'Maximum number of characters that a model reads in one summary call; longer conversations are summarised in parts.',
    ),
  AFTERWORD_LANGUAGE_PRICES: z
    .string()
    .default('')
    .transform(parsedPrices)
    .describe(
      'What a million tokens cost, read and written, by model: `openai:gpt-5-mini=0.25/2, ollama:llama3.1=0/0`. Without a price the tokens of a model are counted and their cost is not known.',
    ),
  AFTERWORD_LANGUAGE_CURRENCY: z
    .string()
    .regex(/^[A-Z]{3}$/, 'must be a currency of ISO 4217, such as USD')
    .default('USD')
    .describe('Currency of AFTERWORD_LANGUAGE_PRICES.'),
  AFTERWORD_LANGUAGE_TOKENS_PER_DAY: limit().describe(
    'Tokens, read and written, after which no model is asked until midnight, UTC: tasks wait, or fall back. 0 means no limit.',
  ),
  AFTERWORD_LANGUAGE_COST_PER_DAY: z
    .string()
    .regex(DECIMAL, 'must be a decimal number such as 2.50')
    .default('0')
    .describe('The same for the cost, of the models that have a price. 0 means no limit.'),
  AFTERWORD_OWNER_MAX_TOKENS_PER_DAY: limit().describe(
    'The same for the tokens of each owner. 0 means no limit.',
  ),
};
