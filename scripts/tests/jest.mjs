import { existsSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { endStuck } from '../lib/end-stuck.mjs';
import { runInForeground } from '../lib/main.mjs';
import { inProject, inToolchain, NODE, START_QUICKLY } from '../lib/paths.mjs';
import { foundSettings } from '../set-up/set-up.mjs';

/** Spec files share no product, and some wait for theirs; so three at a time keep two cores busy. */
const SPEC_FILES_AT_A_TIME = 3;

/** How long Jest may take to end after its last test: what a failed spec left open holds it for ever. */
const TO_END_MS = 30_000;

/** Specs make much that is soon garbage: with more room for it, collecting takes a tenth less of the processor time. */
const ROOM_FOR_YOUNG = '--max-semi-space-size=64';

/** Divides the files of a project. */
const SEQUENCER = inProject('test/support/jest/sequencer.mjs');

/**
 * Runs one project of jest.config.js.
 * @param {string} project
 * @param {string | null} temporaryFolder of its specs; `null` for that of the system
 * @param {{ number: number, of: number }} share of its files, counted from 1
 * @returns {Promise<{ passed: number, failed: number, failures: string[] }>} with the names of failed tests; a file that could not be loaded counts as
 *   one failure, and so does a project in which no test ran
 */
export async function runJest(project, temporaryFolder, share) {
  const report = inToolchain(`jest-${project}-${share.number}.json`);
  rmSync(report, { force: true });
  const jest = ['--no-warnings', ROOM_FOR_YOUNG, inProject('node_modules/jest/bin/jest.js')];
  const parallelism =
    project === 'spec' ? [`--maxWorkers=${SPEC_FILES_AT_A_TIME}`] : ['--runInBand'];
  const files = [`--testSequencer=${SEQUENCER}`, `--shard=${share.number}/${share.of}`];
  const result = ['--json', `--outputFile=${report}`];
  const options = ['--selectProjects', project, ...parallelism, ...files, ...result];
  const environment = testEnvironment(temporaryFolder);
  const code = await runInForeground(NODE, [...jest, ...options], environment, {
    out: 'ignore',
    onStart: (child) =>
      endStuck(
        child,
        () => existsSync(report),
        TO_END_MS,
        () => sayStuck(project),
      ),
  });
  return countOf(report, code);
}

/**
 * The settings that set-up determined, under the names that the specs read. Programs that specs start
 * take two thirds of the time with what an earlier start has compiled, and start as quickly as the
 * parts of the product.
 * @param {string | null} temporaryFolder
 */
function testEnvironment(temporaryFolder) {
  const NODE_COMPILE_CACHE = inToolchain('compile-cache');
  const NODE_OPTIONS = [process.env['NODE_OPTIONS'] ?? '', ...START_QUICKLY].join(' ').trim();
  const temporary = temporaryFolder === null ? {} : { TMPDIR: temporaryFolder };
  return { NODE_ENV: 'test', NODE_COMPILE_CACHE, NODE_OPTIONS, ...temporary, ...foundSettings() };
}

function sayStuck(/** @type {string} */ project) {
  console.error(
    `── ${project}: a spec left something running, which was ended; it counts as a failure`,
  );
}

/** @param {string} report @param {number} code */
function countOf(report, code) {
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    const passed = result.numPassedTests;
    const failures = failuresIn(result.testResults);
    return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed, failures };
  } catch {
    return { passed: 0, failed: 1, failures: ['no report was written'] };
  }
}

/**
 * The files and tests that failed; a file that could not be loaded has no tests.
 * @param {{ name: string, status: string, assertionResults: { status: string, fullName: string }[] }[]} files
 */
export function failuresIn(files) {
  return files
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, assertionResults }) => {
      const file = relative(inProject('.'), name);
      const failed = assertionResults.filter(({ status }) => status === 'failed');
      return failed.length === 0 ? [file] : failed.map(({ fullName }) => `${file}: ${fullName}`);
    });
}
