import type { z } from 'zod';
import type { ModelPrice, ModelPrices } from '#contracts/model';

export const DECIMAL = /^\d+(?:\.\d+)?$/;

/** Names may have `=` in them, prices cannot. */
const PRICE = /^(?<model>[a-z-]+:\S+)=(?<input>\d+(?:\.\d+)?)\/(?<output>\d+(?:\.\d+)?)$/;

/** Parses `provider:model=input/output, …`; what is not of this form is a fault that names it. */
export function parsedPrices(value: string, context: z.RefinementCtx): ModelPrices {
  const entries = value.split(',').map((entry) => entry.trim());
  const prices: Record<string, ModelPrice> = {};
  for (const entry of entries.filter((each) => each !== '')) {
    const { model, input, output } = PRICE.exec(entry)?.groups ?? {};
    if (model === undefined || input === undefined || output === undefined) {
      context.addIssue(`“${entry}” must look like provider:model=0.25/2`);
    } else {
      prices[model] = { input, output };
    }
  }
  return prices;
}
