import { inProject, NODE } from '../lib/paths.mjs';
import { execute } from '../lib/run.mjs';
import { configurationDrift } from './configuration-document.mjs';
import { migrationsDrift } from './migrations.mjs';
import { openApiDrift } from './openapi-document.mjs';

/**
 * @typedef {object} Check
 * @property {string} name what to write after `npm run check --` for this one alone
 * @property {string} promise what is true when it passes
 * @property {() => Promise<{ ok: boolean, output: string }>} run
 */

/**
 * A program of a package, run on Node 24; passes when its exit code is 0.
 * @param {string} script path below node_modules @param {readonly string[]} args
 */
const program =
  (script, ...args) =>
  async () => {
    const { code, output } = await execute(NODE, [inProject('node_modules', script), ...args]);
    return { ok: code === 0, output };
  };

/** All checks, in the order in which they begin: the longest first. @type {readonly Check[]} */
export const checks = [
  {
    name: 'lint',
    promise: 'the rules of eslint.config.js',
    run: program('eslint/bin/eslint.js', '.', '--max-warnings', '0'),
  },
  {
    name: 'types',
    promise: 'strict types everywhere',
    run: program('typescript/bin/tsc', '-p', 'tsconfig.json'),
  },
  {
    name: 'page-types',
    promise: 'strict types in the page',
    run: program('vue-tsc/bin/vue-tsc.js', '-p', 'apps/web/tsconfig.json'),
  },
  {
    name: 'imports',
    promise: 'who may import whom',
    run: program(
      'dependency-cruiser/bin/dependency-cruiser.mjs',
      '--config',
      '.dependency-cruiser.cjs',
      'apps',
      'libs',
    ),
  },
  {
    name: 'dead-code',
    promise: 'nothing unused',
    run: program('knip/bin/knip.js', '--no-progress'),
  },
  {
    name: 'format',
    promise: 'one format',
    run: program('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'),
  },
  { name: 'openapi', promise: 'openapi.json is what the code says', run: openApiDrift },
  {
    name: 'page-api',
    promise: "the page's types are what openapi.json says",
    run: program(
      'openapi-typescript/bin/cli.js',
      'openapi.json',
      '--default-non-nullable',
      'false',
      '--check',
      '-o',
      'apps/web/src/api/schema.d.ts',
    ),
  },
  { name: 'migrations', promise: 'the migrations are what the schema says', run: migrationsDrift },
  {
    name: 'configuration',
    promise: 'docs/configuration.md is what the settings say',
    run: configurationDrift,
  },
];
