import { existsSync } from 'node:fs';
import { runChecks } from '../checks/run-checks.mjs';
import { inProject } from '../lib/paths.mjs';
import { SetUpError } from '../lib/set-up-error.mjs';
import { runJest } from './jest.mjs';
import { memoryFolder } from './memory-folder.mjs';
import { runPythonTests } from './python.mjs';

/** @typedef {{ passed: number, failed: number }} Count */

/** Test projects of jest.config.js. */
const PROJECTS = ['spec', 'bare-clone', 'e2e', 'installation', 'browser', 'chaos', 'api'];
/** Parts that run at the same time, because each leaves the machine idle for half of its time. */
const TOGETHER = [
  ['spec', 'bare-clone'],
  ['e2e', 'installation'],
  ['browser', 'chaos'],
];

const hasSpecs = (/** @type {string} */ project) =>
  project === 'spec' || existsSync(inProject('test', project));

/** The only project with large files: a clone, and all that its set-up downloads. */
const ON_DISK = 'bare-clone';

/** @type {string | null | undefined} */
let folder;

/** Runs a project, with its temporary files in memory if possible. @param {string} project */
function runProject(project) {
  if (folder === undefined) folder = memoryFolder();
  return runJest(project, project === ON_DISK ? null : folder);
}

/** The parts of `npm test`, in order. @type {Record<string, () => Promise<Count>>} */
const parts = {
  check: () => runChecks(),
  python: runPythonTests,
  ...Object.fromEntries(PROJECTS.map((project) => [project, () => runProject(project)])),
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
  for (const names of inRounds(wanted)) {
    console.log(`\n── ${names.join(' and ')}`);
    for (const { passed, failed } of await Promise.all(names.map(runPart))) {
      sum.passed += passed;
      sum.failed += failed;
    }
  }
  return sum;
}

/**
 * The parts, in order; those of a round run at the same time.
 * @param {readonly string[]} wanted
 */
export function inRounds(wanted) {
  return wanted.flatMap((name) => {
    const group = TOGETHER.find((names) => names.includes(name)) ?? [name];
    const together = wanted.filter((each) => group.includes(each));
    return name === together[0] ? [together] : [];
  });
}

/** Runs a part and prints how long it took. @param {string} name @returns {Promise<Count>} */
async function runPart(name) {
  const startedAt = Date.now();
  const count = await /** @type {() => Promise<Count>} */ (parts[name])();
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(0);
  console.log(`── ${name}: ${count.passed} passed, ${count.failed} failed, ${seconds} s`);
  return count;
}

/** @param {string} name */
function hasTests(name) {
  return PROJECTS.includes(name) ? hasSpecs(name) : true;
}
