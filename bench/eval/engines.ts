import { RuleThreads } from '#engines';
import type { MeasuredEngine } from '../../libs/engines/src/eval/measured-engine.ts';
import { BuiltinLanguageEngine } from '../../libs/engines/src/language/builtin.engine.ts';
import { ModelEngine } from '../../libs/engines/src/language/model.engine.ts';
import { SmallModel } from '../../test/support/small-model.ts';
import type { EvaluationOptions } from './options.ts';

/** More than any call within the limits needs. */
const RULES = { threads: 1, timeoutMs: 60_000 };
const MODEL_TIMEOUT_MS = 120_000;
/** As much as the model knows how to read. */
const SMALL_MODEL = { contextTokens: 8_192, threads: 1 };

/**
 * The engines that are measured: the builtin one first, in a thread of its own as in the product, and then
 * the models that the user names, and the small one of the tests if it is wanted.
 * @returns what `use` returns; the threads and the server of the small model are ended
 * @throws Error when a model has no URL, or the small model is not installed
 */
export async function withEngines<Result>(
  options: EvaluationOptions,
  use: (engines: readonly MeasuredEngine[]) => Promise<Result>,
): Promise<Result> {
  const rules = new RuleThreads(RULES);
  const guard: MeasuredEngine['guard'] = (corrections, call) => rules.guard(corrections, call);
  const named = modelsOf(options);
  const small = options.smallModel === true ? await SmallModel.start(SMALL_MODEL) : null;
  try {
    await rules.start();
    const builtin = { name: 'builtin', engine: new BuiltinLanguageEngine(rules), guard };
    const own = small === null ? [] : [modelAt(SmallModel.NAME, small.url, null)];
    const models = [...named, ...own].map((engine) => ({ ...engine, guard }));
    return await use([builtin, ...models]);
  } finally {
    await rules.close();
    await small?.stop();
  }
}

/** Models, asked as the product asks them. A single URL is that of all. */
function modelsOf({ model = [], modelUrl = [], modelKey }: EvaluationOptions) {
  return model.map((name, at) => {
    const baseUrl = modelUrl[at] ?? modelUrl[0];
    if (baseUrl === undefined) throw new Error(`--model ${name} needs --modelUrl.`);
    return modelAt(name, baseUrl, modelKey ?? null);
  });
}

function modelAt(model: string, baseUrl: string, apiKey: string | null) {
  const engine = new ModelEngine({
    ...{ provider: 'openai-compatible', checks: [], baseUrl, model, apiKey },
    ...{ timeoutMs: MODEL_TIMEOUT_MS, structuredOutputs: true, maxSummaryCharacters: 24_000 },
  });
  return { name: `model: ${model}`, engine };
}
