import path from 'node:path';

/** The command `afterword` as people run it. From its sources, a start takes seconds. */
export const BUILT_COMMAND = path.resolve(import.meta.dirname, '../../dist/apps/cli/src/main.js');
