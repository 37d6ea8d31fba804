import Big from 'big.js';
import type { ModelPrices, TokenUse } from '#contracts/model';

const A_MILLION = 1_000_000;

/**
 * What a request has cost.
 * @param prices of a million tokens
 * @returns a decimal in the currency of the prices; `null` when the model has no price, or its provider
 * did not say how many tokens it has used
 */
export function tokenCost({ model, tokens }: TokenUse, prices: ModelPrices): string | null {
  const price = prices[model];
  if (price === undefined || tokens === null) return null;
  const input = new Big(price.input).times(tokens.input);
  const output = new Big(price.output).times(tokens.output);
  return input.plus(output).div(A_MILLION).toFixed();
}
