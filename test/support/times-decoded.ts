import { query } from './query.ts';
import type { StackPlace } from './stack.ts';

/** How often each finished chunk of a task was decoded. */
export async function timesDecoded(
  { databaseUrl }: StackPlace,
  taskId: string,
): Promise<readonly number[]> {
  const rows = await query<{ times: number }>(
    databaseUrl,
    `SELECT times_decoded AS times FROM task_chunks JOIN chunk_results ON key = result_key
     WHERE task_id = $1`,
    [taskId],
  );
  return rows.map(({ times }) => times);
}
