import { existsSync } from 'node:fs';
import { inProject } from '../lib/paths.mjs';
import { hashOf, isStamped, stamp, unstamp } from '../lib/stamp.mjs';
import { npm } from './npm-packages.mjs';

const FOLDER = inProject('test/api');
const LOCK = 'test/api/package-lock.json';

const inputs = () => hashOf({ files: [LOCK] });

/**
 * Spectral, which checks the OpenAPI document; it has its own packages.
 * @type {import('../lib/steps.mjs').Step}
 */
export const spectral = {
  title: 'Spectral',
  isDone: () =>
    existsSync(inProject('test/api/node_modules/@stoplight')) && isStamped('spectral', inputs()),
  run: async (note) => {
    unstamp('spectral');
    note('installing its packages');
    const quietly = ['--no-audit', '--no-fund', '--loglevel=error'];
    await npm(['install', '--no-save', '--ignore-scripts', '--prefix', FOLDER, ...quietly]);
    stamp('spectral', inputs());
  },
};
