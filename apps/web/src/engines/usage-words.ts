import type { ModelUsage, ModelUse } from '../api/types.ts';

const FIGURES = new Intl.NumberFormat('en');
const MINUTES = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const MINUTE_MS = 60_000;

/**
 * What requests to a model have used, in words.
 *
 * @param currency - ISO 4217, of the cost.
 * @returns Such as `5,210 tokens read, 1,048 written in 4 requests, 0.0034 USD`, or of a speech service
 * `12.5 minutes heard in 27 requests, 0.075 USD`.
 */
export function useInWords(use: Omit<ModelUse, 'model'>, currency: string): string {
  const { requests, unreported } = use;
  const counts = countsInWords(use);
  const inRequests = `in ${FIGURES.format(requests)} ${requests === 1 ? 'request' : 'requests'}`;
  const unknown = unreported === 0 ? [] : [`${FIGURES.format(unreported)} not reported`];
  return [`${counts} ${inRequests}`, ...unknown, costInWords(use, currency)].join(', ');
}

function countsInWords({
  inputTokens,
  outputTokens,
  audioMs,
}: Pick<ModelUse, 'inputTokens' | 'outputTokens' | 'audioMs'>): string {
  if (audioMs > 0) return `${MINUTES.format(audioMs / MINUTE_MS)} minutes heard`;
  return `${FIGURES.format(inputTokens)} tokens read, ${FIGURES.format(outputTokens)} written`;
}

/** The cost; what has no price is said, because it is not part of the figure. */
export function costInWords(
  { cost, unpriced }: Pick<ModelUse, 'cost' | 'unpriced'>,
  currency: string,
): string {
  if (cost === null) return 'cost not known';
  const known = `${Number(cost).toLocaleString('en', { maximumSignificantDigits: 4 })} ${currency}`;
  return unpriced === 0 ? known : `${known} and ${FIGURES.format(unpriced)} without a price`;
}

/**
 * The limits of a day, and whether one is reached.
 *
 * @returns `null` when there is none.
 */
export function limitsInWords({ limits, items, currency, resetsAt }: ModelUsage): string | null {
  const { tokensPerDay, costPerDay, ownerTokensPerDay } = limits;
  const today = new Date(Date.parse(resetsAt) - 1).toISOString().slice(0, 10);
  const used = items.filter(({ day }) => day === today);
  const tokens = used.reduce((sum, use) => sum + use.inputTokens + use.outputTokens, 0);
  const cost = used.reduce((sum, use) => sum + Number(use.cost ?? 0), 0);
  const parts = [
    tokensPerDay === null
      ? null
      : `${FIGURES.format(tokens)} of ${FIGURES.format(tokensPerDay)} tokens`,
    costPerDay === null
      ? null
      : `${costInWords({ cost: String(cost), unpriced: 0 }, currency)} of ${costPerDay}`,
    ownerTokensPerDay === null
      ? null
      : `at most ${FIGURES.format(ownerTokensPerDay)} tokens for each owner`,
  ].filter((part) => part !== null);
  if (parts.length === 0) return null;
  const isReached =
    (tokensPerDay !== null && tokens >= tokensPerDay) ||
    (costPerDay !== null && cost >= Number(costPerDay));
  const state = isReached ? ' A limit is reached: it goes on at 00:00 UTC.' : '';
  return `Today (UTC): ${parts.join(', ')}.${state}`;
}
