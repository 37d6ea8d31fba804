import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { loadCredentials } from '../../apps/cli/src/postgres/credentials.ts';
import { databaseUrl } from '../../apps/cli/src/postgres/databases.ts';
import type { PartName } from '../../apps/cli/src/supervisor/part.ts';
import { AfterwordProcess, ownSettings } from './afterword-process.ts';
import { postgresToolsFolder } from './postgres-tools.ts';
import { temporalProgram } from './servers.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** Where the whole product runs for tests, on free ports with its own data folder. */
export interface StackPlace {
  /** Base URL of the gateway, without a trailing slash. */
  readonly baseUrl: string;
  readonly temporalUiUrl: string;
  /** `host:port` */
  readonly temporalAddress: string;
  readonly databaseUrl: string;
  readonly dataFolder: string;
  /** Settings of its parts, for additional parts that a test starts. */
  readonly settings: Readonly<Record<string, string>>;
}

/** The whole product of one spec file. */
export interface Stack extends StackPlace {
  readonly process: AfterwordProcess;
  /** Stops all parts, checks that no process is left, and removes the data folder. */
  stop(): Promise<void>;
}

const PROJECT = path.resolve(import.meta.dirname, '../..');

/**
 * Starts the built product, as `npm start` does after set-up.
 * @param settings in addition to free ports and a data folder
 * @param options of `afterword start`
 * @param project folder that contains the build
 */
export async function startStack(
  settings: Readonly<Record<string, string>> = {},
  options: readonly string[] = [],
  project: string = PROJECT,
): Promise<Stack> {
  const dataFolder = settings['AFTERWORD_DATA_FOLDER'] ?? (await temporaryFolder('stack'));
  const own = { ...(await ownSettings(dataFolder)), ...settings };
  const afterword = new AfterwordProcess({
    file: process.execPath,
    args: ['dist/apps/cli/src/main.js', 'start', '--no-sample', ...options],
    cwd: project,
    env: {
      AFTERWORD_BACKUP_TOOLS_FOLDER: postgresToolsFolder() ?? '',
      AFTERWORD_TEMPORAL_CLI: temporalProgram(),
      ...own,
    },
  });
  const stop = async (): Promise<void> => {
    await afterword.end('SIGTERM');
    await afterword.isGone();
    await rm(dataFolder, { recursive: true, force: true });
  };
  await afterword.ready().catch(async (error: unknown) => {
    await stop();
    throw error;
  });
  const at = (name: string) => `127.0.0.1:${own[name]}`;
  const port = Number(own['AFTERWORD_DATABASE_PORT']);
  const url = databaseUrl({ port, credentials: loadCredentials(dataFolder) });
  return {
    baseUrl: `http://${at('AFTERWORD_PORT')}`,
    temporalUiUrl: `http://${at('AFTERWORD_TEMPORAL_UI_PORT')}`,
    temporalAddress: at('AFTERWORD_TEMPORAL_PORT'),
    databaseUrl: url,
    dataFolder,
    settings: {
      ...own,
      AFTERWORD_DATABASE_URL: url,
      AFTERWORD_TEMPORAL_ADDRESS: at('AFTERWORD_TEMPORAL_PORT'),
    },
    process: afterword,
    stop,
  };
}

/** Current process id of a part. */
export function pidOf(part: PartName, { dataFolder }: StackPlace): number {
  const file = path.join(dataFolder, 'run', `${part}.json`);
  const { pid } = JSON.parse(readFileSync(file, 'utf8')) as { pid: number };
  return pid;
}
