import { existsSync } from 'node:fs';
import { runChecks } from '../checks/run-checks.mjs';
import { inProject } from '../lib/paths.mjs';
import { SetUpError } from '../lib/set-up-error.mjs';
import { runJest } from './jest.mjs';
import { runPythonTests } from './python.mjs';

/** @typedef {{ passed: number, failed: number }} Count */

/** Test projects of jest.config.js, the fastest first. */
const PROJECTS = ['spec', 'e2e', 'browser', 'chaos', 'bare-clone'];

const hasSpecs = (/** @type {string} */ project) =>
  project === 'spec' || existsSync(inProject('test', project));

/** The parts of `npm test`, in order. @type {Record<string, () => Promise<Count>>} */
const parts = {
  check: () => runChecks(),
  python: runPythonTests,
  ...Object.fromEntries(PROJECTS.map((project) => [project, () => runJest(project)])),
};

/**
 * Runs parts of the tests and sums up the counts.
 * @param {readonly string[]} names of the parts to run; none means all
 * @returns {Promise<Count>}
 */
export async function runTestParts(names) {
  const unknown = names.find((name) => !(name in parts));
  if (unknown !== undefined) {
    throw new SetUpError(
      `There is no test part ${unknown}; there are ${Object.keys(parts).join(', ')}.`,
    );
  }
  const wanted = names.length > 0 ? names : Object.keys(parts).filter((name) => hasTests(name));
  const sum = { passed: 0, failed: 0 };
  for (const name of wanted) {
    console.log(`\n── ${name}`);
    const { passed, failed } = await /** @type {() => Promise<Count>} */ (parts[name])();
    sum.passed += passed;
    sum.failed += failed;
  }
  return sum;
}

/** @param {string} name */
function hasTests(name) {
  return PROJECTS.includes(name) ? hasSpecs(name) : true;
}
