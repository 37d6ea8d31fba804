import { sql, type Column, type SQL } from 'drizzle-orm';

const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 30_000;

/**
 * When something is due again that could not be delivered. The wait counts from the failure, not
 * from the start of a round that may have hung for long.
 * @param tries column that counts how often it was tried
 */
export function retryDelay(tries: Column): SQL {
  const delayMs = sql`least(${LONGEST_RETRY_MS}, ${FIRST_RETRY_MS} * 2 ^ least(${tries}, 10))`;
  return sql`clock_timestamp() + ${delayMs} * interval '1 millisecond'`;
}
