import { sql, type Column, type SQL } from 'drizzle-orm';

const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 30_000;

/**
 * When a failed delivery is due again. The wait counts from the failure, not from the start of the
 * round, which may have taken long.
 * @param tries column that counts earlier failures
 */
export function retryDelay(tries: Column): SQL {
  const delayMs = sql`least(${LONGEST_RETRY_MS}, ${FIRST_RETRY_MS} * 2 ^ least(${tries}, 10))`;
  return sql`clock_timestamp() + ${delayMs} * interval '1 millisecond'`;
}
