import { existsSync, rmSync } from 'node:fs';
import { inToolchain, inProject, PYTHON } from '../lib/paths.mjs';
import { ask, run } from '../lib/run.mjs';
import { hashOf, isStamped, stamp, unstamp } from '../lib/stamp.mjs';
import { SetUpError } from '../lib/set-up-error.mjs';

const REQUIREMENTS = 'speech/requirements.txt';
const OLDEST = [3, 9];
const NAMES = ['python3', 'python', ...[14, 13, 12, 11, 10, 9].map((minor) => `python3.${minor}`)];

/** The configured Python; its packages are then the user's responsibility. */
const chosen = () => process.env['AFTERWORD_SPEECH_PYTHON'] ?? '';

/**
 * Finds the first interpreter on PATH that is new enough.
 * @returns {string} its full path
 */
export function findPython() {
  const code = 'import sys; print(sys.version_info[0], sys.version_info[1], sys.executable)';
  const seen = [];
  for (const name of NAMES) {
    const [major = '0', minor = '0', ...rest] = ask(name, ['-c', code])?.split(' ') ?? [];
    if (Number(major) === OLDEST[0] && Number(minor) >= Number(OLDEST[1])) return rest.join(' ');
    if (major !== '0') seen.push(`${name} is ${major}.${minor}`);
  }
  const found = seen.length === 0 ? 'none was found' : `found: ${seen.join(', ')}`;
  throw new SetUpError(
    `Afterword needs Python 3.9 or newer for speech (${found}): install it, for example with \`apt-get install python3 python3-venv\`, and start again.`,
  );
}

/** Creates the environment; without `ensurepip`, it uses the interpreter's own pip, if any. */
async function createEnvironment() {
  const python = findPython();
  const target = inToolchain('python');
  rmSync(target, { recursive: true, force: true });
  const whole = ask(python, ['-c', 'import ensurepip, venv']) !== null;
  if (whole) return run('python', python, ['-m', 'venv', target]);
  const pip = ask(python, ['-m', 'pip', '--python', python, '--version']) !== null;
  if (!pip || ask(python, ['-c', 'import venv']) === null) {
    throw new SetUpError(
      `${python} cannot create a virtual environment: install its venv module (on Debian and Ubuntu \`apt-get install python3-venv\`) and start again.`,
    );
  }
  return run('python', python, ['-m', 'venv', '--without-pip', target]);
}

/**
 * The pip command for the environment: its own pip, or the interpreter's pip with `--python`. With a
 * configured Python there is no environment; what is installed into a folder needs none.
 */
export function pip() {
  const own = ask(PYTHON, ['-m', 'pip', '--version']) !== null;
  const environment = existsSync(PYTHON) ? ['--python', PYTHON] : [];
  const command = own ? [PYTHON, '-m', 'pip'] : [findPython(), '-m', 'pip', ...environment];
  return [...command, '--disable-pip-version-check', '--no-input'];
}

/**
 * Installs exactly what a requirements file pins, and verifies every hash.
 * @param {string} log @param {string} requirements @param {readonly string[]} [extra]
 */
export const pipInstall = (log, requirements, extra = []) =>
  runPip('install', log, requirements, extra);

/**
 * Downloads the wheels that a requirements file pins, and verifies every hash.
 * @param {string} log @param {string} requirements @param {readonly string[]} extra where to, and for
 *   which platform
 */
export const pipDownload = (log, requirements, extra) =>
  runPip('download', log, requirements, ['--only-binary', ':all:', ...extra]);

/**
 * @param {'install' | 'download'} command @param {string} log @param {string} requirements
 * @param {readonly string[]} extra
 */
function runPip(command, log, requirements, extra) {
  const [program, ...args] = pip();
  const file = inProject(requirements);
  const options = [command, '--quiet', '--require-hashes', ...extra, '-r', file];
  return run(log, /** @type {string} */ (program), [...args, ...options], {
    failure: `The Python packages of ${requirements} could not be ${command}ed.`,
  });
}

const inputs = () => hashOf({ files: [REQUIREMENTS], words: [inToolchain('python')] });

/** @type {import('../lib/steps.mjs').Step} */
export const pythonEnvironment = {
  title: 'Python environment',
  isDone: () => chosen() !== '' || (existsSync(PYTHON) && isStamped('python', inputs())),
  run: async (note) => {
    unstamp('python');
    note('creating it');
    await createEnvironment();
    note('installing the speech packages');
    await pipInstall('python-packages', REQUIREMENTS);
    stamp('python', inputs());
  },
};
