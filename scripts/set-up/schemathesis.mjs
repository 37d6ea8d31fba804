import { existsSync, rmSync } from 'node:fs';
import { inToolchain, PYTHON } from '../lib/paths.mjs';
import { ask } from '../lib/run.mjs';
import { hashOf, isStamped, stamp, unstamp } from '../lib/stamp.mjs';
import { pipInstall } from './python.mjs';

const REQUIREMENTS = 'test/api/requirements.txt';
const FOLDER = inToolchain('schemathesis');
const OLDEST = 11;

const inputs = () => hashOf({ files: [REQUIREMENTS], words: [FOLDER, versionOfPython()] });

/** Its packages are made for one version of Python. */
function versionOfPython() {
  return ask(PYTHON, ['-c', 'import sys; print(sys.version_info[1])']) ?? '';
}

/**
 * Schemathesis, which makes requests from the OpenAPI document. It needs a newer Python than the product does;
 * without it, the test is skipped.
 * @type {import('../lib/steps.mjs').Step}
 */
export const schemathesis = {
  title: 'Schemathesis',
  isDone: () => existsSync(FOLDER) && isStamped('schemathesis', inputs()),
  run: async (note) => {
    unstamp('schemathesis');
    rmSync(FOLDER, { recursive: true, force: true });
    if (Number(versionOfPython()) < OLDEST) {
      return `Requests are not generated: Schemathesis needs Python 3.${OLDEST} in ${PYTHON}.`;
    }
    note('installing its packages');
    await pipInstall('schemathesis', REQUIREMENTS, ['--no-deps', '--target', FOLDER]);
    stamp('schemathesis', inputs());
    return undefined;
  },
};
