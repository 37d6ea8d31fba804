import pg from 'pg';
import { eventually } from '../../test/support/eventually.ts';
import type { Stack } from '../../test/support/stack.ts';

const TIMEOUT_MS = 30 * 60_000;

/** Queries the database of a running stack. */
export class StackDatabase {
  private constructor(private readonly client: pg.Client) {}

  static async open(stack: Stack): Promise<StackDatabase> {
    const client = new pg.Client({ connectionString: stack.databaseUrl });
    await client.connect();
    return new StackDatabase(client);
  }

  /** The single number that a statement returns. */
  async number(statement: string, values: readonly unknown[] = []): Promise<number> {
    const { rows } = await this.client.query<{ value: string }>(statement, [...values]);
    return Number(rows[0]?.value);
  }

  /** Waits until a statement returns zero. */
  async untilZero(statement: string, values: readonly unknown[] = []): Promise<void> {
    await eventually(async () => {
      const left = await this.number(statement, values);
      if (left !== 0) throw new Error(`${left} left`);
    }, TIMEOUT_MS);
  }

  /** Waits until the outbox is empty, so that no delivery overlaps with the next measurement. */
  async outboxEmpty(): Promise<void> {
    await this.untilZero(
      'SELECT (SELECT count(*) FROM outbox) + (SELECT count(*) FROM work_signals) AS value',
    );
  }

  /** Waits until all text is corrected, scored and summarised. */
  async settled(): Promise<void> {
    await this.outboxEmpty();
    await this.untilZero(`
      SELECT (SELECT count(*) FROM tasks WHERE ended_at IS NULL)
           + (SELECT count(*) FROM conversations WHERE revision > summary_seen_revision)
           + (SELECT count(*) FROM segments WHERE correction_task_id IS NULL) AS value`);
  }

  close(): Promise<void> {
    return this.client.end();
  }
}
