import { cpSync, existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { inProject, NODE } from '../lib/paths.mjs';
import { run } from '../lib/run.mjs';
import { hashOf, isStamped, stamp, unstamp } from '../lib/stamp.mjs';
import { compressPage } from './compress-page.mjs';

const SHARED = ['package-lock.json', 'package.json', 'tsconfig.base.json', 'tsconfig.build.json'];
const COMPRESSION = 'scripts/set-up/compress-page.mjs';
const BUNDLER = 'dist/apps/temporal-worker/src/bundle-workflows.js';
const PROGRAM_BUNDLER = 'scripts/set-up/bundle-programs.mjs';

/**
 * A step that builds a result when its sources changed.
 * @param {string} title @param {string} source path that must exist, or there is nothing to build
 * @param {string} result file that the build creates @param {() => string} inputs
 * @param {() => Promise<unknown>} build
 * @returns {import('../lib/steps.mjs').Step}
 */
function buildStep(title, source, result, inputs, build) {
  const name = title.replaceAll(' ', '-');
  return {
    title,
    isDone: () =>
      !existsSync(inProject(source)) ||
      (existsSync(inProject(result)) && isStamped(name, inputs())),
    run: async () => {
      const hash = inputs();
      unstamp(name);
      await build();
      stamp(name, hash);
    },
  };
}

/** Runs a program of a package on Node 24. @param {string} log @param {readonly string[]} args */
const node = (log, ...args) => run(log, NODE, args, { failure: `The build failed (${log}).` });

/** Folders of what programs read when they run, and the compiler does not copy. */
export const READ_AT_RUN_TIME = ['libs/engines/src/language/prompts'];

const APPS = ['gateway', 'temporal-worker', 'cli'];

/**
 * One compilation for all apps; three `nest build`s would compile each library three times. Then a bundle of each.
 * Types are checked by `npm run check`; without that, compiling takes a quarter of the time, and the result is the same.
 */
const apps = buildStep(
  'build apps',
  'tsconfig.build.json',
  'dist/apps/cli/src/main.js',
  () =>
    hashOf({
      files: [...SHARED, PROGRAM_BUNDLER],
      folders: ['libs', ...APPS.map((app) => `apps/${app}`)],
    }),
  async () => {
    await node(
      'build-apps',
      inProject('node_modules/typescript-7/bin/tsc'),
      '-p',
      inProject('tsconfig.build.json'),
      '--noCheck',
    );
    for (const folder of ['libs', ...APPS.map((app) => `apps/${app}`)]) removeOrphans(folder);
    await node('bundle-programs', inProject(PROGRAM_BUNDLER), inProject('dist'));
    for (const folder of READ_AT_RUN_TIME) copyAnew(folder);
  },
);

function copyAnew(/** @type {string} */ folder) {
  const built = inProject('dist', folder);
  rmSync(built, { recursive: true, force: true });
  cpSync(inProject(folder), built, { recursive: true });
}

/** Removes what was compiled from sources that are gone; the hash of the workflows covers all. */
function removeOrphans(/** @type {string} */ folder) {
  const built = inProject('dist', folder);
  for (const file of readdirSync(built, { recursive: true, encoding: 'utf8' })) {
    const source = file.replace(/\.(?:js|js\.map|d\.ts)$/, '.ts');
    const isOrphan = source !== file && !existsSync(inProject(folder, source));
    if (isOrphan) rmSync(path.join(built, file));
  }
}

const workflows = buildStep(
  'bundle workflows',
  BUNDLER,
  'dist/workflows/manifest.json',
  () => hashOf({ files: [BUNDLER, 'package-lock.json'], folders: ['libs'] }),
  () => node('bundle-workflows', inProject(BUNDLER)),
);

const web = buildStep(
  'build web',
  'apps/web/vite.config.ts',
  'dist/apps/web/index.html',
  () =>
    hashOf({ files: ['package-lock.json', 'openapi.json', COMPRESSION], folders: ['apps/web'] }),
  async () => {
    const vite = inProject('node_modules/vite/bin/vite.js');
    await node('build-web', vite, 'build', inProject('apps/web'));
    compressPage(inProject('dist/apps/web'));
  },
);

/** All build steps, in order. */
export const buildSteps = [apps, workflows, web];
