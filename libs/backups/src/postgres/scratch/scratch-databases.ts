import pg from 'pg';
import { databaseFailure } from '../database-failure.ts';
import { dropDatabase } from '../drop-database.ts';
import { onWritingConnection } from '../writing-connection.ts';
import { sameLocale } from './same-locale.ts';
import {
  readMark,
  scratchName,
  scratchPrefix,
  writtenMark,
  type ScratchPurpose,
} from './scratch-mark.ts';

/** A database on the same server as the installation's own. */
export interface ScratchDatabase {
  readonly name: string;
  /** `postgresql://…` */
  readonly url: string;
}

interface FoundDatabase {
  readonly name: string;
  readonly comment: string | null;
}

/** All databases of the role with a prefix, with their comments. */
const OWN_DATABASES = `
  SELECT d.datname AS name, shobj_description(d.oid, 'pg_database') AS comment
  FROM pg_catalog.pg_database d JOIN pg_catalog.pg_roles r ON r.oid = d.datdba
  WHERE starts_with(d.datname, $1) AND r.rolname = current_user
  ORDER BY d.datname`;

/**
 * Databases in which backups are restored, to check them or to take the place of the installation's
 * own. Each belongs to a run, is named after it, and is marked in its comment, so that what a dead run
 * has left behind is found and removed, and nothing else is.
 */
export class ScratchDatabases {
  /** The name of the installation's own database, which tells it from others on the server. */
  private readonly installation: string;

  /** @param url `postgresql://…` of the installation's own database, of a role with CREATEDB */
  constructor(private readonly url: string) {
    this.installation = decodeURIComponent(new URL(url).pathname.slice(1));
  }

  /**
   * Creates the empty scratch database of a run. One that an earlier attempt of the run has left is
   * replaced.
   * @param run id of the backup or task
   * @throws AppError `backup_database_failed`; its next action says what the role lacks
   */
  async create(run: string, purpose: ScratchPurpose): Promise<ScratchDatabase> {
    const name = scratchName(this.installation, run);
    const quoted = pg.escapeIdentifier(name);
    const mark = pg.escapeLiteral(writtenMark(this.installation, run, purpose));
    await this.attempt('The scratch database could not be created.', async (client) => {
      await dropDatabase(client, name);
      await client.query(`CREATE DATABASE ${quoted} ${await sameLocale(client)}`);
      await client.query(`COMMENT ON DATABASE ${quoted} IS ${mark}`);
    });
    return { name, url: this.urlOf(name) };
  }

  /** Drops the scratch database of a run, if there is one, and ends the connections to it. */
  async drop(run: string): Promise<void> {
    const name = scratchName(this.installation, run);
    await this.attempt('The scratch database could not be dropped.', (client) =>
      dropDatabase(client, name),
    );
  }

  /**
   * Runs work with a scratch database, and drops it afterwards, whatever happened.
   * @throws what the work threw; a failed drop only when the work succeeded
   */
  async use<Result>(
    run: string,
    purpose: ScratchPurpose,
    work: (database: ScratchDatabase) => Promise<Result>,
  ): Promise<Result> {
    try {
      const result = await work(await this.create(run, purpose));
      await this.drop(run);
      return result;
    } catch (error) {
      // What cannot be dropped now is found by the next sweep.
      await this.drop(run).catch(() => undefined);
      throw error;
    }
  }

  /**
   * Drops the scratch databases of this installation whose run is not alive.
   * @param alive ids of the runs that may be using one
   * @returns names of the databases that were dropped
   */
  async sweep(alive: readonly string[]): Promise<readonly string[]> {
    const kept = new Set(alive.map((run) => scratchName(this.installation, run)));
    return this.attempt('Scratch databases could not be swept.', async (client) => {
      const prefix = scratchPrefix(this.installation);
      const { rows } = await client.query<FoundDatabase>(OWN_DATABASES, [prefix]);
      const dead = rows.filter((found) => this.isOurs(found) && !kept.has(found.name));
      for (const { name } of dead) await dropDatabase(client, name);
      return dead.map(({ name }) => name);
    });
  }

  /**
   * Whether a database with our prefix is a scratch database. Without a comment, its creation was
   * interrupted; with another one, a person has made it theirs.
   */
  private isOurs({ comment }: FoundDatabase): boolean {
    return comment === null || readMark(comment)?.installation === this.installation;
  }

  private urlOf(name: string): string {
    const url = new URL(this.url);
    url.pathname = `/${encodeURIComponent(name)}`;
    return url.href;
  }

  private async attempt<Result>(
    what: string,
    work: (client: pg.Client) => Promise<Result>,
  ): Promise<Result> {
    try {
      return await onWritingConnection(this.url, work);
    } catch (error) {
      throw databaseFailure(what, error);
    }
  }
}
