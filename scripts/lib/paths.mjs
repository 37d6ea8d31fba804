import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The checkout. */
export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** A path inside the checkout. @param {...string} parts */
export const inProject = (...parts) => path.join(PROJECT, ...parts);

/** A path inside the folder of downloaded tools. @param {...string} parts */
export const inToolchain = (...parts) => inProject('.toolchain', ...parts);

/** Node 24 from npm, so that the version installed on the machine does not matter. */
export const NODE = inProject('node_modules', 'node', 'bin', 'node');

/** Arguments of Node with which our built programs load their packages in less time. */
export const START_QUICKLY = [
  '--import',
  pathToFileURL(inProject('dist/apps/cli/src/supervisor/start-quickly.js')).href,
];

/** Arguments of Node for the built command `afterword`; its own arguments follow. */
export const AFTERWORD = [...START_QUICKLY, inProject('dist/apps/cli/src/main.js')];

/** The Python environment that set-up creates for the speech process. */
export const PYTHON = inToolchain('python', 'bin', 'python');
