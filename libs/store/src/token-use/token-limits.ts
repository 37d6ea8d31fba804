import Big from 'big.js';
import type { TokenLimits } from '#contracts/model';
import { AppError } from '#platform';
import { tomorrowOf } from '../owners/owner-limits.ts';

export const NO_TOKEN_LIMITS: TokenLimits = {
  tokensPerDay: null,
  costPerDay: null,
  ownerTokensPerDay: null,
};

/** What has been used today. */
export interface TokensToday {
  readonly tokens: number;
  /** A decimal. */
  readonly cost: string;
  /** By the owner in question. */
  readonly ownerTokens: number;
}

/**
 * Checks what was used today against the limits. One request may exceed a limit, because what it will
 * use is not known before.
 * @param now current time, for the time until the limits are those of another day
 * @returns the error of the first limit that is reached; `null` when none is
 */
export function limitReached(limits: TokenLimits, today: TokensToday, now: Date): AppError | null {
  const { tokensPerDay, costPerDay, ownerTokensPerDay } = limits;
  if (tokensPerDay !== null && today.tokens >= tokensPerDay) {
    return reached(`${tokensPerDay} tokens`, now);
  }
  if (costPerDay !== null && new Big(today.cost).gte(costPerDay)) {
    return reached(`a cost of ${costPerDay}`, now);
  }
  if (ownerTokensPerDay !== null && today.ownerTokens >= ownerTokensPerDay) {
    return reached(`${ownerTokensPerDay} tokens of an owner`, now);
  }
  return null;
}

function reached(limit: string, now: Date): AppError {
  const message = `The limit of today, ${limit}, is reached; it goes on at 00:00 UTC.`;
  const retryAfterMs = tomorrowOf(now).getTime() - now.getTime();
  return new AppError('language_limit_reached', message, { details: { retryAfterMs } });
}
