import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { AppError } from '#platform';
import { databaseFailure } from '../postgres/database-failure.ts';
import { dropDatabase } from '../postgres/drop-database.ts';
import { databaseNameOf, urlOfDatabase } from '../postgres/database-names.ts';
import { onConnection } from '../postgres/on-connection.ts';
import { replacedName, scratchName, writtenMark } from '../postgres/scratch/scratch-mark.ts';
import { factsOf, type DatabaseFacts } from './database-facts.ts';
import { endSessionsOnce } from './end-sessions.ts';
import { maintenanceMark, readMaintenanceMark } from './maintenance-mark.ts';
import { sameProperties } from './same-properties.ts';

/** Databases that every server has; statements about others are run from there. */
const NEUTRAL = ['postgres', 'template1'];

const DATABASE_IN_USE = '55006';
const TRIES = 2;
const PAUSE_MS = 50;
const LOCK_TIMEOUT_MS = 60_000;

/**
 * Switches between the installation's own database and a restored one by renaming both in one
 * transaction. Whatever dies at any instant, the name of the installation's database leads either to
 * the old one or to the new one.
 */
export class DatabaseSwitch {
  private readonly own: string;

  /** @param url `postgresql://…` of the installation's own database, of its owner */
  constructor(private readonly url: string) {
    this.own = databaseNameOf(url);
  }

  /**
   * Runs work while no other process does so for this installation: a step that hangs and the undoing
   * of its restore must not interleave.
   */
  async exclusively<Result>(work: () => Promise<Result>): Promise<Result> {
    const lock = `afterword restore ${this.own}`;
    const [outcome] = await this.neutrally(async (client) => {
      await client.query(`SET lock_timeout = ${LOCK_TIMEOUT_MS}`);
      await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [lock]);
      // Closing the connection releases the lock, also when this process dies. The errors of the
      // work are its own, not those of this connection.
      return Promise.allSettled([work()]);
    });
    if (outcome.status === 'rejected') throw outcome.reason;
    return outcome.value;
  }

  /** Whether the restored database of a run has taken the place of the own one, which is kept. */
  async hasHappened(run: string): Promise<boolean> {
    return this.neutrally(async (client) => (await factsOf(client, this.replaced(run))) !== null);
  }

  /** Whether the writers of the own database are blocked. */
  async areWritersBlocked(): Promise<boolean> {
    return this.neutrally(async (client) => (await this.facts(client, this.own)).areWritersBlocked);
  }

  /**
   * Checks that the role may switch, before there is anything to switch.
   * @throws AppError `backup_database_failed`; its next action says what is missing
   */
  async expectPossible(): Promise<void> {
    await this.neutrally(async (client) => {
      const { rows } = await client.query<{ owns: boolean }>(
        `SELECT pg_has_role(datdba, 'MEMBER') AS owns FROM pg_database WHERE datname = $1`,
        [this.own],
      );
      if (rows[0]?.owns === true) return;
      throw new AppError('backup_database_failed', 'The role does not own the database.', {
        retryable: false,
        nextAction: 'Let the role own the database: ALTER DATABASE … OWNER TO …',
      });
    });
  }

  /**
   * Lets the restored database of a run take the place of the own one. Its writers are blocked as
   * those of the own one. Does nothing when this has happened.
   * @throws AppError `restore_failed` when somebody is connected whose session cannot be ended
   */
  async forth(run: string): Promise<void> {
    const restored = scratchName(this.own, run);
    const replaced = this.replaced(run);
    await this.rename(replaced, [this.own, restored], async (client) => {
      const { comment } = await this.facts(client, this.own);
      const before = readMaintenanceMark(comment)?.comment ?? null;
      return [
        // These include that writers are blocked.
        ...(await sameProperties(client, this.own, restored)),
        commentOn(restored, maintenanceMark(run, before)),
        commentOn(this.own, writtenMark(this.own, run, 'replaced')),
        renaming(this.own, replaced),
        renaming(restored, this.own),
      ];
    });
  }

  /** Undoes {@link forth}: the old database is the own one again, with its writers blocked. */
  async back(run: string): Promise<void> {
    const restored = scratchName(this.own, run);
    const replaced = this.replaced(run);
    await this.rename(restored, [this.own, replaced], async (client) => {
      const { comment } = await this.facts(client, this.own);
      const before = readMaintenanceMark(comment)?.comment ?? null;
      return [
        commentOn(this.own, writtenMark(this.own, run, 'restore')),
        commentOn(replaced, maintenanceMark(run, before)),
        renaming(this.own, restored),
        renaming(replaced, this.own),
      ];
    });
  }

  /** Drops the database that was replaced. */
  async dropReplaced(run: string): Promise<void> {
    await this.neutrally((client) => dropDatabase(client, this.replaced(run)));
  }

  private replaced(run: string): string {
    return replacedName(this.own, run);
  }

  /** @param result the name that exists once the renaming has happened */
  private async rename(
    result: string,
    databases: readonly string[],
    statements: (client: pg.Client) => Promise<readonly string[]>,
  ): Promise<void> {
    await this.neutrally(async (client) => {
      for (let tries = 1; ; tries += 1) {
        if ((await factsOf(client, result)) !== null) return;
        try {
          const facts: DatabaseFacts[] = [];
          for (const name of databases) facts.push(await this.facts(client, name));
          await this.commit(client, await statements(client), facts);
          return;
        } catch (error) {
          await client.query('ROLLBACK').catch(() => undefined);
          if (!isInUse(error)) throw error;
          if (tries === TRIES) throw await this.inUse(client, databases, error);
        }
      }
    });
  }

  /**
   * A renaming locks the database against new sessions and waits for those that there are, up to five
   * seconds; meanwhile these are ended over a second connection.
   */
  private async commit(
    client: pg.Client,
    statements: readonly string[],
    databases: readonly DatabaseFacts[],
  ): Promise<void> {
    const oids = databases.map(({ oid }) => oid);
    await this.onNeutral(async (ender) => {
      await endSessionsOnce(ender, oids);
      const done = new AbortController();
      const renaming = transaction(client, statements).finally(() => done.abort());
      await Promise.all([renaming, endSessionsUntil(ender, oids, done.signal)]);
    });
  }

  private async inUse(
    client: pg.Client,
    databases: readonly string[],
    cause: unknown,
  ): Promise<AppError> {
    const { rows } = await client.query<{ who: string }>(
      `SELECT DISTINCT format('%s (%s)', usename, application_name) AS who
       FROM pg_stat_activity WHERE datname = ANY ($1)`,
      [databases],
    );
    const who = rows.map((row) => row.who);
    const message = `The database is in use by sessions that this role cannot end: ${who.join(', ')}.`;
    return new AppError('restore_failed', message, { cause, details: { sessions: who } });
  }

  private async facts(client: pg.ClientBase, name: string): Promise<DatabaseFacts> {
    const facts = await factsOf(client, name);
    if (facts !== null) return facts;
    throw new AppError('restore_failed', `The database ${name} does not exist.`);
  }

  /** Runs work on a connection to a database that is not renamed. */
  private async neutrally<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
    try {
      return await this.onNeutral(work);
    } catch (error) {
      if (error instanceof AppError) throw error;
      throw databaseFailure('The databases could not be switched.', error);
    }
  }

  /** The same with the errors of the server as they are. */
  private async onNeutral<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
    const [first = '', second = ''] = NEUTRAL;
    let isConnected = false;
    const noted = (client: pg.Client) => {
      isConnected = true;
      return work(client);
    };
    return onConnection(urlOfDatabase(this.url, first), noted).catch((error: unknown) => {
      if (isConnected) throw error;
      return onConnection(urlOfDatabase(this.url, second), work);
    });
  }
}

async function transaction(client: pg.Client, statements: readonly string[]): Promise<void> {
  await client.query('BEGIN');
  for (const statement of statements) await client.query(statement);
  await client.query('COMMIT');
}

async function endSessionsUntil(
  client: pg.Client,
  oids: readonly number[],
  done: AbortSignal,
): Promise<void> {
  while (!done.aborted) {
    await sleep(PAUSE_MS);
    await endSessionsOnce(client, oids);
  }
}

function commentOn(name: string, text: string): string {
  return `COMMENT ON DATABASE ${pg.escapeIdentifier(name)} IS ${pg.escapeLiteral(text)}`;
}

function renaming(from: string, to: string): string {
  return `ALTER DATABASE ${pg.escapeIdentifier(from)} RENAME TO ${pg.escapeIdentifier(to)}`;
}

function isInUse(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === DATABASE_IN_USE;
}
