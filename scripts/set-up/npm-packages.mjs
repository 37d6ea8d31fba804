import { existsSync, readFileSync } from 'node:fs';
import { inProject, NODE } from '../lib/paths.mjs';
import { ask, run } from '../lib/run.mjs';
import { SetUpError } from '../lib/set-up-error.mjs';

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }} Locked */

/** @param {string} file @returns {Record<string, Locked>} */
const packagesOf = (file) =>
  existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {};

/**
 * Whether `node_modules` matches the lock file. npm writes its own list there only when an
 * installation succeeds, so an interrupted one does not count.
 */
function isInstalled() {
  const wanted = packagesOf(inProject('package-lock.json'));
  const present = packagesOf(inProject('node_modules', '.package-lock.json'));
  return Object.entries(wanted).every(([name, { version, optional, devOptional }]) => {
    const found = present[name]?.version;
    return name === '' || found === version || (found === undefined && (optional || devOptional));
  });
}

/** Installs with the npm that runs this script, or the one on PATH. @param {readonly string[]} args */
export function npm(args) {
  const script = process.env['npm_execpath'];
  const [command, ...first] =
    script !== undefined && script.endsWith('.js') ? [process.execPath, script] : ['npm'];
  return run('npm-packages', /** @type {string} */ (command), [...first, ...args], {
    failure: 'The npm packages could not be installed.',
  });
}

/** @type {import('../lib/steps.mjs').Step} */
export const npmPackages = {
  title: 'npm packages',
  isDone: () => isInstalled() && existsSync(NODE),
  run: async () => {
    // Not `npm ci`: it fails when a registry lacks the packages of other platforms. This installs
    // what the lock file names, verifies the hashes, and does not change the lock file.
    await npm([
      'install',
      '--no-save',
      '--include=dev',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ]);
    if (ask(NODE, ['--version']) === null) {
      throw new SetUpError(
        'The Node 24 that npm installed does not run: check that install scripts are enabled (`npm config get ignore-scripts`).',
      );
    }
  },
};
