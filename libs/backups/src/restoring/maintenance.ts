import pg from 'pg';
import { AppError } from '#platform';
import { databaseFailure } from '../postgres/database-failure.ts';
import { databaseNameOf } from '../postgres/database-names.ts';
import { onWritingConnection } from '../postgres/writing-connection.ts';
import { factsOf, type DatabaseFacts } from './database-facts.ts';
import { endEarlierSessions } from './end-sessions.ts';
import { maintenanceMark, readMaintenanceMark } from './maintenance-mark.ts';

/**
 * Blocks the writers of a database while it is being replaced: new sessions are read-only, and those
 * from before are ended. Every process learns of it from the database itself, without being asked,
 * and reads go on. A mark on the database names the run, so that it can be found and ended.
 */
export class Maintenance {
  private readonly name: string;

  /** @param url `postgresql://…` of a role that owns the database */
  constructor(private readonly url: string) {
    this.name = databaseNameOf(url);
  }

  /** The run that blocks writers, or has not finished to let them in again; `null` for none. */
  async holder(): Promise<string | null> {
    return this.attempt(async (client) => {
      const { comment } = await this.facts(client);
      return readMaintenanceMark(comment)?.run ?? null;
    });
  }

  /** Whether new sessions cannot write. */
  async areWritersBlocked(): Promise<boolean> {
    return this.attempt(async (client) => (await this.facts(client)).areWritersBlocked);
  }

  /**
   * Blocks writers. Once it resolves, there is no session that could write without saying so.
   * @throws AppError `installation_busy` when another run blocks them
   */
  async begin(run: string): Promise<void> {
    await this.attempt(async (client) => {
      const { oid, comment } = await this.facts(client);
      const mark = readMaintenanceMark(comment);
      if (mark !== null && mark.run !== run) throw busyWith(mark.run);
      const text = maintenanceMark(run, mark === null ? comment : mark.comment);
      await inTransaction(client, [
        `COMMENT ON DATABASE ${this.quoted} IS ${pg.escapeLiteral(text)}`,
        `ALTER DATABASE ${this.quoted} SET default_transaction_read_only = on`,
      ]);
      await endEarlierSessions(client, oid);
    });
  }

  /** Lets writers in again; does nothing unless this run has blocked them. */
  async end(run: string): Promise<void> {
    await this.attempt(async (client) => {
      const { oid, comment } = await this.facts(client);
      const mark = readMaintenanceMark(comment);
      if (mark?.run !== run) return;
      await client.query(`ALTER DATABASE ${this.quoted} RESET default_transaction_read_only`);
      await endEarlierSessions(client, oid);
      // Last: until sessions that cannot write are gone, the mark says that there is work to do.
      const text = mark.comment === null ? 'NULL' : pg.escapeLiteral(mark.comment);
      await client.query(`COMMENT ON DATABASE ${this.quoted} IS ${text}`);
    });
  }

  private get quoted(): string {
    return pg.escapeIdentifier(this.name);
  }

  private async facts(client: pg.ClientBase): Promise<DatabaseFacts> {
    const facts = await factsOf(client, this.name);
    if (facts !== null) return facts;
    throw new Error('a connection to a database that does not exist');
  }

  private async attempt<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
    try {
      return await onWritingConnection(this.url, work);
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw databaseFailure('The writers of the database could not be blocked or let in.', error);
    }
  }
}

async function inTransaction(client: pg.Client, statements: readonly string[]): Promise<void> {
  // Statements in one message are one transaction.
  await client.query(statements.join('; '));
}

function busyWith(run: string): AppError {
  return new AppError('installation_busy', 'Another restore is running.', { details: { run } });
}
