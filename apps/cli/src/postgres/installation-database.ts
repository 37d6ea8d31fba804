import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '#platform';
import { StartError } from '../supervisor/start-error.ts';
import { loadCredentials } from './credentials.ts';
import { databaseUrl } from './databases.ts';

/**
 * The URL of the database of an installation, for commands next to the running parts: the configured
 * one, or that of the built-in server.
 * @throws StartError when there is neither
 */
export function installationDatabaseUrl({ database, embedded, dataFolder }: Config): string {
  if (!embedded.runsDatabase) return database.url;
  if (!existsSync(path.join(dataFolder, 'secrets', 'database.json'))) {
    throw new StartError(
      `There is no database in ${dataFolder}: start Afterword once, or set AFTERWORD_DATA_FOLDER or AFTERWORD_DATABASE_URL.`,
    );
  }
  const credentials = loadCredentials(dataFolder);
  return databaseUrl({ port: embedded.databasePort, credentials });
}
