import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inToolchain } from '../lib/paths.mjs';
import { ask } from '../lib/run.mjs';
import { SetUpError } from '../lib/set-up-error.mjs';
import { hashOf, isStamped, stamp, unstamp } from '../lib/stamp.mjs';
import { pipInstall } from './python.mjs';

const REQUIREMENTS = 'scripts/set-up/postgres-tools-requirements.txt';
/** The programs must be at least as new as the server; this is the major version of the built-in one. */
const SERVER_MAJOR = 18;
const PROGRAMS = ['pg_dump', 'pg_restore'];

const FOLDER = inToolchain('postgres-tools');
/** Where the package has its programs; they find their libraries relative to it. */
const PROGRAM_FOLDER = path.join('embedded_postgres', 'pginstall', 'bin');
/** Where the package has the libraries of the programs: on Linux, on macOS. */
const LIBRARY_FOLDERS = ['embedded_postgres.libs', path.join('embedded_postgres', '.dylibs')];
const INSTALLED = path.join(FOLDER, PROGRAM_FOLDER);

const setting = (/** @type {string} */ name) => process.env[name] ?? '';
const inputs = () => hashOf({ files: [REQUIREMENTS], words: [FOLDER] });

/** The major version of a PostgreSQL program; 0 when it does not run. @param {string} program */
const majorOf = (program) =>
  Number(ask(program, ['--version'])?.match(/\(PostgreSQL\) (\d+)/)?.[1] ?? 0);

/** Whether a folder has all programs in a version that fits the server. @param {string} folder */
export const fits = (folder) =>
  PROGRAMS.every((program) => majorOf(path.join(folder, program)) >= SERVER_MAJOR);

const isOnPath = () =>
  setting('PATH')
    .split(path.delimiter)
    .some((folder) => folder !== '' && fits(folder));

const isInstalled = () => existsSync(INSTALLED) && isStamped('postgres-tools', inputs());

/**
 * The folder of the PostgreSQL programs for backups: the configured one, or the installed one. `null`
 * when those on PATH fit, or there are none.
 */
export function findPostgresTools() {
  const configured = setting('AFTERWORD_BACKUP_TOOLS_FOLDER');
  if (configured !== '') return configured;
  return isInstalled() && !isOnPath() ? INSTALLED : null;
}

/**
 * Moves what backups need out of an unpacked package: a twentieth of it.
 * @param {string} from @param {string} to
 */
function keepPrograms(from, to) {
  const programs = PROGRAMS.map((program) => path.join(PROGRAM_FOLDER, program));
  for (const kept of [...programs, ...LIBRARY_FOLDERS]) {
    if (!existsSync(path.join(from, kept))) continue;
    mkdirSync(path.dirname(path.join(to, kept)), { recursive: true });
    renameSync(path.join(from, kept), path.join(to, kept));
  }
  rmSync(from, { recursive: true });
}

/** @param {(text: string) => void} note */
async function install(note) {
  const fetching = `${FOLDER}.fetching`;
  for (const folder of [FOLDER, fetching]) rmSync(folder, { recursive: true, force: true });
  note('installing the package');
  // A machine without a network is told so at once, and starts all the same.
  const once = ['--retries', '1', '--timeout', '10'];
  await pipInstall('postgres-tools', REQUIREMENTS, [...once, '--no-deps', '--target', fetching]);
  keepPrograms(fetching, FOLDER);
  if (!fits(INSTALLED)) throw new SetUpError('The programs of the package do not run here.');
}

/**
 * Programs for backups. Everything else works without them, so a machine for which there are none
 * starts, and backups say what is missing.
 * @type {import('../lib/steps.mjs').Step}
 */
export const postgresTools = {
  title: 'PostgreSQL programs',
  isDone: () => setting('AFTERWORD_BACKUP_TOOLS_FOLDER') !== '' || isInstalled() || isOnPath(),
  run: async (note) => {
    unstamp('postgres-tools');
    try {
      await install(note);
    } catch (error) {
      if (!(error instanceof SetUpError)) throw error;
      return `No backups can be made: ${error.message} Install pg_dump and pg_restore ${SERVER_MAJOR} or newer, or set AFTERWORD_BACKUP_TOOLS_FOLDER to their folder.`;
    }
    stamp('postgres-tools', inputs());
    return undefined;
  },
};
