import { inProject, inToolchain, NODE } from '../lib/paths.mjs';
import { execute } from '../lib/run.mjs';
import { configurationDrift } from './configuration-document.mjs';
import { migrationsDrift } from './migrations.mjs';
import { openApiDrift } from './openapi-document.mjs';
import { pageApiDrift } from './page-api.mjs';

/**
 * @typedef {object} Check
 * @property {string} name argument of `npm run check --` that selects this check
 * @property {string} guarantee what holds when it passes
 * @property {() => Promise<{ ok: boolean, output: string }>} run
 */

/**
 * Runs a program of a package on Node 24; passes when its exit code is 0.
 * @param {string} script path below node_modules @param {readonly string[]} args
 */
const program =
  (script, ...args) =>
  async () => {
    const { code, output } = await execute(NODE, [inProject('node_modules', script), ...args]);
    return { ok: code === 0, output };
  };

/**
 * What a compiler found in files that did not change since is taken from its last run.
 * @param {string} name of the check
 */
const incremental = (name) => [
  '--incremental',
  '--tsBuildInfoFile',
  inToolchain('checked', `${name}.tsbuildinfo`),
];

/** Files whose content did not change since they were found to be formatted are not formatted again. */
const FORMATTED = [
  '--cache',
  '--cache-strategy',
  'content',
  '--cache-location',
  inToolchain('checked', 'formatted.json'),
];

/** All checks in start order: the longest first. @type {readonly Check[]} */
export const checks = [
  {
    name: 'lint',
    guarantee: 'code follows the rules of oxlint.config.ts',
    run: program('oxlint/bin/oxlint', '.'),
  },
  {
    name: 'page-lint',
    guarantee: 'components of the page follow the rules of eslint.config.js',
    run: program('eslint/bin/eslint.js', '.', '--max-warnings', '0'),
  },
  {
    name: 'types',
    guarantee: 'types are strict in all TypeScript code',
    run: program('typescript-7/bin/tsc', '-p', 'tsconfig.json', ...incremental('types')),
  },
  {
    name: 'page-types',
    guarantee: 'types are strict in the page',
    run: program(
      'vue-tsc/bin/vue-tsc.js',
      '-p',
      'apps/web/tsconfig.json',
      ...incremental('page-types'),
    ),
  },
  {
    name: 'imports',
    guarantee: 'imports follow the dependency rules',
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
    guarantee: 'no code or dependency is unused',
    run: program('knip/bin/knip.js', '--no-progress'),
  },
  {
    name: 'format',
    guarantee: 'all files are formatted',
    run: program('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', ...FORMATTED, '.'),
  },
  { name: 'openapi', guarantee: 'openapi.json matches the code', run: openApiDrift },
  { name: 'page-api', guarantee: "the page's types match openapi.json", run: pageApiDrift },
  { name: 'migrations', guarantee: 'the migrations match the schema', run: migrationsDrift },
  {
    name: 'configuration',
    guarantee: 'docs/configuration.md matches the settings',
    run: configurationDrift,
  },
];
