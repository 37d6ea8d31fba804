import { fileURLToPath } from 'node:url';
import { migrateDatabase } from '#store';
import { databaseUrl, ensureDatabase, type DatabaseAccess } from '../postgres/databases.ts';
import { StartError } from '../supervisor/start-error.ts';
import type { StartStep } from '../supervisor/supervisor.ts';

/** The migrations, relative to the built program. */
const MIGRATIONS = fileURLToPath(new URL('../../../../../libs/store/migrations', import.meta.url));

/** Migrates the database to the current schema before any part uses it. */
export class DatabaseStep implements StartStep {
  readonly title = 'database schema';

  /**
   * @param access access to the built-in PostgreSQL, whose database is created if it is missing;
   *   `null` when another one is configured
   * @param configuredUrl URL of the configured database
   * @param migrations folder of the SQL files
   */
  constructor(
    private readonly access: DatabaseAccess | null,
    private readonly configuredUrl: string,
    private readonly migrations = MIGRATIONS,
  ) {}

  async start(): Promise<void> {
    try {
      if (this.access !== null) await ensureDatabase(this.access);
      const url = this.access === null ? this.configuredUrl : databaseUrl(this.access);
      await migrateDatabase(url, this.migrations);
    } catch (cause) {
      throw new StartError(
        'The database could not be migrated to the current schema.',
        String(cause instanceof Error ? (cause.cause ?? cause) : cause),
      );
    }
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }
}
