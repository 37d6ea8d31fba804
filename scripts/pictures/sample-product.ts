import { rm } from 'node:fs/promises';
import path from 'node:path';
import { AfterwordProcess, ownSettings } from '../../test/support/afterword-process.ts';
import { postgresToolsFolder } from '../../test/support/postgres-tools.ts';
import { temporalProgram } from '../../test/support/servers.ts';
import { temporaryFolder } from '../../test/support/temporary-folder.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');

/**
 * Starts the built product with its sample conversation, on free ports with a data folder of its own.
 * @returns what `use` returns; the product is ended and its data removed
 */
export async function withSampleProduct<Result>(
  use: (baseUrl: string) => Promise<Result>,
): Promise<Result> {
  const dataFolder = await temporaryFolder('pictures');
  const settings = await ownSettings(dataFolder);
  const product = new AfterwordProcess({
    file: process.execPath,
    args: ['dist/apps/cli/src/main.js', 'start'],
    cwd: PROJECT,
    env: {
      AFTERWORD_BACKUP_TOOLS_FOLDER: postgresToolsFolder() ?? '',
      AFTERWORD_TEMPORAL_CLI: temporalProgram(),
      ...settings,
    },
  });
  try {
    await product.ready();
    return await use(`http://127.0.0.1:${settings['AFTERWORD_PORT'] ?? ''}`);
  } finally {
    await product.end('SIGTERM');
    await product.isGone();
    await rm(dataFolder, { recursive: true, force: true });
  }
}
