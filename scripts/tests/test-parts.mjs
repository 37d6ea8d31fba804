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
/**
 * Parts that run at the same time, because each leaves the machine idle for half of its time: a list
 * for each round of its lanes, which are about equally long, and of the parts of a lane in order.
 */
const TOGETHER = [
  [['check'], ['python']],
  [['spec'], ['bare-clone']],
  [['browser'], ['e2e', 'chaos'], ['installation', 'api']],
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

/** The names of all parts. */
export const PARTS = Object.keys(parts);

/**
 * Runs parts of the tests and sums up the counts.
 * @param {readonly string[]} names of the parts to run; none means all
 * @returns {Promise<Count>}
 */
export async function runTestParts(names) {
  const unknown = names.find((name) => !(name in parts));
  if (unknown !== undefined) {
    throw new SetUpError(`There is no test part ${unknown}; there are ${PARTS.join(', ')}.`);
  }
  const wanted = names.length > 0 ? names : PARTS.filter((name) => hasTests(name));
  const sum = { passed: 0, failed: 0 };
  for (const lanes of inRounds(wanted)) {
    console.log(`\n── ${lanes.map((names) => names.join(', then ')).join(' beside ')}`);
    for (const { passed, failed } of (await Promise.all(lanes.map(runLane))).flat()) {
      sum.passed += passed;
      sum.failed += failed;
    }
  }
  return sum;
}

/**
 * The rounds, one after the other; each has lanes, which run at the same time, of parts in order.
 * @param {readonly string[]} wanted
 * @returns {string[][][]}
 */
export function inRounds(wanted) {
  return TOGETHER.map((lanes) =>
    lanes
      .map((names) => names.filter((name) => wanted.includes(name)))
      .filter((names) => names.length > 0),
  ).filter((lanes) => lanes.length > 0);
}

/** Runs parts one after the other. @param {string[]} names @returns {Promise<Count[]>} */
async function runLane(names) {
  const counts = [];
  for (const name of names) counts.push(await runPart(name));
  return counts;
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
