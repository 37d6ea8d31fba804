import { z } from 'zod';
import { isLanguageEngineName, MODEL_PROVIDERS } from '#contracts/model';
import type { LanguageTaskType } from '#contracts/tasks';
import { count, flag, milliseconds } from './setting-types.ts';

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
  AFTERWORD_LANGUAGE_TIMEOUT_MILLISECONDS: milliseconds()
    .default(120_000)
    .describe('Maximum time for one answer of a model.'),
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
};
