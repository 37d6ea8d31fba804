import type { Config } from '#platform';
import { databaseUrl, type DatabaseAccess } from '../postgres/databases.ts';

/**
 * The settings for our own parts: addresses of the built-in servers, and absolute paths that do not
 * depend on the working directory.
 * @param access access to the built-in PostgreSQL, `null` when another one is configured
 */
export function foundSettings(
  config: Config,
  access: DatabaseAccess | null,
): Readonly<Record<string, string>> {
  const { toolsFolder } = config.backups;
  return {
    ...(toolsFolder === null ? {} : { AFTERWORD_BACKUP_TOOLS_FOLDER: toolsFolder }),
    AFTERWORD_DATA_FOLDER: config.dataFolder,
    AFTERWORD_DATABASE_URL: access === null ? config.database.url : databaseUrl(access),
    AFTERWORD_TEMPORAL_ADDRESS: config.temporal.address,
    AFTERWORD_TEMPORAL_UI_URL: config.temporal.uiUrl,
    AFTERWORD_LOG_PRETTY: 'false',
  };
}
