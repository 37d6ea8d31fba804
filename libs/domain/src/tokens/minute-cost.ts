import Big from 'big.js';
import type { AudioUse, MinutePrices } from '#contracts/model';

const MINUTE_MS = 60_000;

/**
 * What the audio of a request has cost.
 * @param prices of a minute
 * @returns a decimal in the currency of the prices; `null` when the model has no price
 */
export function minuteCost({ model, audioMs }: AudioUse, prices: MinutePrices): string | null {
  const price = prices[model];
  return price === undefined ? null : new Big(price).times(audioMs).div(MINUTE_MS).toFixed();
}
