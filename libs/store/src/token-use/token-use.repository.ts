import { sql } from 'drizzle-orm';
import type { AudioUse, TokenLimits, TokenUse } from '#contracts/model';
import type { Database } from '../database/database.ts';
import { dayOf } from '../owners/owner-limits.ts';
import { limitReached, NO_TOKEN_LIMITS } from './token-limits.ts';

/** The use of a request, with its cost as a decimal; `null` when the cost is not known. */
export type PricedUse = (TokenUse | AudioUse) & { readonly cost: string | null };

/** What the requests to a model have used together. */
export interface ModelUse {
  readonly model: string;
  readonly requests: number;
  readonly unreported: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly audioMs: number;
  /** A decimal; `null` when none of the requests has a known cost. */
  readonly cost: string | null;
  /** Requests that the cost does not include. */
  readonly unpriced: number;
}

/** {@link ModelUse} of a UTC day, of all owners together. */
export interface DailyModelUse extends ModelUse {
  readonly day: string;
}

/** Columns of sums, the same in both tables. */
const SUMS = sql.raw('requests, unreported, unpriced, input_tokens, output_tokens, audio_ms, cost');
const ADDED = sql.raw(
  ['requests', 'unreported', 'unpriced', 'input_tokens', 'output_tokens', 'audio_ms', 'cost']
    .map((name) => `${name} = before.${name} + excluded.${name}`)
    .join(', '),
);
const READ = sql.raw(`model, sum(requests)::int AS requests, sum(unreported)::int AS unreported,
  sum(unpriced)::int AS unpriced, sum(input_tokens)::float8 AS input_tokens,
  sum(output_tokens)::float8 AS output_tokens, sum(audio_ms)::float8 AS audio_ms, trim_scale(sum(cost))::text AS cost`);

/** What models have used, by task and by day. */
export class TokenUseRepository {
  constructor(
    private readonly db: Database,
    readonly limits: TokenLimits = NO_TOKEN_LIMITS,
  ) {}

  /** Adds what requests of a task have used, to the task and to the day of its owner. */
  async add(taskId: string, uses: readonly PricedUse[], now = new Date()): Promise<void> {
    if (uses.length === 0) return;
    const rows = uses.map(rowOf);
    await this.db.execute(sql`
      WITH given AS (
        SELECT model, count(*)::int AS requests, sum(unreported)::int AS unreported,
          sum(unpriced)::int AS unpriced, sum(input)::bigint AS input_tokens,
          sum(output)::bigint AS output_tokens, sum(audio)::bigint AS audio_ms, sum(cost) AS cost
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS each(
          model text, unreported int, unpriced int, input bigint, output bigint, audio bigint,
          cost numeric)
        GROUP BY model
      ), of_task AS (
        INSERT INTO task_token_use AS before (task_id, model, ${SUMS})
        SELECT tasks.id, model, ${SUMS} FROM given JOIN tasks ON tasks.id = ${taskId}
        ON CONFLICT (task_id, model) DO UPDATE SET ${ADDED}
      )
      INSERT INTO daily_token_use AS before (day, owner_id, model, ${SUMS})
      SELECT ${dayOf(now)}::date, tasks.owner_id, model, ${SUMS}
      FROM given JOIN tasks ON tasks.id = ${taskId}
      ON CONFLICT (day, owner_id, model) DO UPDATE SET ${ADDED}`);
  }

  /**
   * Refuses a request of a task while a limit of the day is reached. Runs no query without limits.
   * @param of what is used; only the limit of the cost is for audio
   * @throws AppError `language_limit_reached`, with the time until the next day
   */
  async refuseIfUsedUp(
    taskId: string,
    of: 'tokens' | 'audio' = 'tokens',
    now = new Date(),
  ): Promise<void> {
    const { costPerDay } = this.limits;
    const limits = of === 'audio' ? { ...NO_TOKEN_LIMITS, costPerDay } : this.limits;
    if (Object.values(limits).every((limit) => limit === null)) return;
    const { rows } = await this.db.execute<{ tokens: number; cost: string; owner_tokens: number }>(
      sql`
        SELECT coalesce(sum(input_tokens + output_tokens), 0)::float8 AS tokens,
          coalesce(sum(cost), 0)::text AS cost,
          coalesce(sum(input_tokens + output_tokens) FILTER (
            WHERE owner_id = (SELECT owner_id FROM tasks WHERE id = ${taskId})), 0)::float8
            AS owner_tokens
        FROM daily_token_use WHERE day = ${dayOf(now)}::date`,
    );
    const [row] = rows;
    if (row === undefined) return;
    const today = { tokens: row.tokens, cost: row.cost, ownerTokens: row.owner_tokens };
    const refusal = limitReached(limits, today, now);
    if (refusal !== null) throw refusal;
  }

  /** What a task has used, by model; empty when it has asked none. */
  async ofTask(taskId: string): Promise<readonly ModelUse[]> {
    const { rows } = await this.db.execute<Row>(sql`
      SELECT ${READ} FROM task_token_use WHERE task_id = ${taskId} GROUP BY model ORDER BY model`);
    return rows.map(useOf);
  }

  /** What was used in the last days, the latest first, by model. @param days including today */
  async ofDays(days: number, now = new Date()): Promise<readonly DailyModelUse[]> {
    const { rows } = await this.db.execute<Row & { day: string }>(sql`
      SELECT day::text AS day, ${READ} FROM daily_token_use
      WHERE day > ${dayOf(now)}::date - ${days}::int
      GROUP BY day, model ORDER BY day DESC, model`);
    return rows.map((row) => ({ day: row.day, ...useOf(row) }));
  }

  /** Removes what tasks have used that are gone; the days keep their sums. */
  async removeOfGoneTasks(): Promise<void> {
    await this.db.execute(sql`
      DELETE FROM task_token_use WHERE task_id NOT IN (
        SELECT id FROM tasks UNION ALL SELECT row->>'id' FROM bin_rows WHERE table_name = 'tasks')`);
  }
}

/** What one request adds to the sums. */
function rowOf({ model, cost, ...use }: PricedUse) {
  const priced = { model, unpriced: cost === null ? 1 : 0, cost: cost ?? '0' };
  if ('audioMs' in use)
    return { ...priced, unreported: 0, input: 0, output: 0, audio: use.audioMs };
  const { tokens } = use;
  const counts = { input: tokens?.input ?? 0, output: tokens?.output ?? 0, audio: 0 };
  return { ...priced, unreported: tokens === null ? 1 : 0, ...counts };
}

type Row = Record<'model' | 'cost', string> &
  Record<
    'requests' | 'unreported' | 'unpriced' | 'input_tokens' | 'output_tokens' | 'audio_ms',
    number
  >;

function useOf({ model, requests, unreported, unpriced, cost, ...tokens }: Row): ModelUse {
  return {
    ...{ model, requests, unreported, unpriced },
    ...{ inputTokens: tokens.input_tokens, outputTokens: tokens.output_tokens },
    audioMs: tokens.audio_ms,
    cost: unpriced === requests ? null : cost,
  };
}
