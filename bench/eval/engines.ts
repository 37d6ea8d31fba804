import { RuleThreads } from '#engines';
import type { MeasuredEngine } from '../../libs/engines/src/eval/measured-engine.ts';
import { BuiltinLanguageEngine } from '../../libs/engines/src/language/builtin.engine.ts';
import { ModelEngine } from '../../libs/engines/src/language/model.engine.ts';
import type { EvaluationOptions } from './options.ts';

/** More than any call within the limits needs. */
const RULES = { threads: 1, timeoutMs: 60_000 };
const MODEL_TIMEOUT_MS = 120_000;

/**
 * The engines that are measured: the builtin one first, in a thread of its own as in the product, and then
 * the models that the user names.
 * @returns what `use` returns; the threads are ended
 * @throws Error when a model has no URL
 */
export async function withEngines<Result>(
  options: EvaluationOptions,
  use: (engines: readonly MeasuredEngine[]) => Promise<Result>,
): Promise<Result> {
  const rules = new RuleThreads(RULES);
  const guard: MeasuredEngine['guard'] = (corrections, call) => rules.guard(corrections, call);
  try {
    await rules.start();
    const builtin = { name: 'builtin', engine: new BuiltinLanguageEngine(rules), guard };
    const models = modelsOf(options).map((engine) => ({ ...engine, guard }));
    return await use([builtin, ...models]);
  } finally {
    await rules.close();
  }
}

/** Models, asked as the product asks them. A single URL is that of all. */
function modelsOf({ model = [], modelUrl = [], modelKey }: EvaluationOptions) {
  return model.map((name, at) => {
    const baseUrl = modelUrl[at] ?? modelUrl[0];
    if (baseUrl === undefined) throw new Error(`--model ${name} needs --modelUrl.`);
    const engine = new ModelEngine({
      ...{ provider: 'openai-compatible', checks: [] },
      ...{ baseUrl, model: name, apiKey: modelKey ?? null },
      ...{ timeoutMs: MODEL_TIMEOUT_MS, structuredOutputs: true, maxSummaryCharacters: 24_000 },
    });
    return { name: `model: ${name}`, engine };
  });
}
