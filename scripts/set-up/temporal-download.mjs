import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inToolchain } from '../lib/paths.mjs';
import { ask } from '../lib/run.mjs';

/** The version that Afterword is tested with. */
export const TEMPORAL_VERSION = '1.9.1';

const CONNECT_TIMEOUT_MS = 5_000;
const DOWNLOAD_TIMEOUT_MS = 10 * 60_000;
const FOLDER = inToolchain('temporal');

/** Path of the `temporal` program that set-up downloads. */
export const DOWNLOADED_TEMPORAL = path.join(FOLDER, 'temporal');

/** The version that a program prints as Temporal does, or `null`. @param {string} program */
export const temporalVersion = (program) =>
  ask(program, ['--version'])?.match(/^temporal version (\d+\.\d+\.\d+)/)?.[1] ?? null;

/** Moves a program into place if it runs and has the pinned version. @param {string} program */
export function accept(program) {
  if (temporalVersion(program) !== TEMPORAL_VERSION) return false;
  renameSync(program, DOWNLOADED_TEMPORAL);
  return true;
}

/** Creates an empty download folder. */
export function emptyFolder() {
  const folder = path.join(FOLDER, 'fetching');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Downloads the archive: 5 s until the response, 10 min for the body. @returns {Promise<Buffer>} */
async function fetchArchive() {
  const platform = process.platform;
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  const url = `https://temporal.download/cli/archive/v${TEMPORAL_VERSION}?platform=${platform}&arch=${arch}`;
  const abort = new AbortController();
  let timer = setTimeout(() => abort.abort(), CONNECT_TIMEOUT_MS);
  try {
    const response = await fetch(url, { signal: abort.signal });
    if (!response.ok) throw new Error(`Temporal's download answered ${response.status}`);
    clearTimeout(timer);
    timer = setTimeout(() => abort.abort(), DOWNLOAD_TIMEOUT_MS);
    return Buffer.from(await response.arrayBuffer());
  } finally {
    clearTimeout(timer);
  }
}

/**
 * Downloads the pinned version from Temporal. TLS authenticates the source; the program is used only
 * if it runs and prints the right version.
 * @returns {Promise<boolean>} whether it is in place
 */
export async function downloadTemporal() {
  try {
    const folder = emptyFolder();
    const archive = path.join(folder, 'temporal.tar.gz');
    await writeFile(archive, await fetchArchive());
    ask('tar', ['-xzf', archive, '-C', folder, 'temporal'], 60_000);
    return accept(path.join(folder, 'temporal'));
  } catch {
    return false;
  }
}
