import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChecks } from '../checks/run-checks.mjs';
import { inProject } from '../lib/paths.mjs';
import { SetUpError } from '../lib/set-up-error.mjs';
import { runJest } from './jest.mjs';
import { memoryFolder } from './memory-folder.mjs';
import { runPythonTests } from './python.mjs';

/** @typedef {{ passed: number, failed: number, failures: string[] }} Count with a name for each failure that has one */

/** Test projects of jest.config.js. */
const PROJECTS = ['spec', 'bare-clone', 'e2e', 'installation', 'browser', 'chaos', 'api'];
/**
 * Parts that run at the same time, because each leaves the machine idle for half of its time: a list
 * for each round of its lanes, which are about equally long, and of the parts of a lane in order. `browser 1/3` is
 * the first share of the files of `browser`; the sequencer of Jest knows how large each share is.
 */
const TOGETHER = [
  [['check'], ['python']],
  [['spec'], ['bare-clone', 'api']],
  [
    ['installation', 'browser 1/3'],
    ['e2e', 'browser 2/3'],
    ['browser 3/3', 'chaos'],
  ],
];

const hasSpecs = (/** @type {string} */ project) =>
  project === 'spec' || existsSync(inProject('test', project));

/** The only project with large files: a clone, and all that its set-up downloads. */
const ON_DISK = 'bare-clone';

/** @type {string | null | undefined} */
let folder;

/** All files of a project. */
const WHOLE = { number: 1, of: 1 };

/**
 * Runs a project, or a share of its files, with its temporary files in memory if possible.
 * @param {string} project
 * @param {{ number: number, of: number }} share
 */
function runProject(project, share) {
  if (folder === undefined) folder = memoryFolder();
  return runJest(project, folderOf(project, share), share);
}

/**
 * The folder for temporary files. Shares of a project may run at the same time, and each unpacks its browser
 * there, so they have folders of their own.
 * @param {string} project
 * @param {{ number: number, of: number }} share
 */
function folderOf(project, { number, of }) {
  const common = project === ON_DISK ? null : (folder ?? null);
  if (of === 1) return common;
  if (common === null) return mkdtempSync(join(tmpdir(), `afterword-${project}-`));
  const own = join(common, `${project}-${number}`);
  mkdirSync(own, { recursive: true });
  return own;
}

/**
 * The parts of `npm test`, in order; those with files run a share of them.
 * @type {Record<string, (share: { number: number, of: number }) => Promise<Count>>}
 */
const parts = {
  check: () => runChecks(),
  python: runPythonTests,
  ...Object.fromEntries(
    PROJECTS.map((project) => [
      project,
      (/** @type {{ number: number, of: number }} */ share) => runProject(project, share),
    ]),
  ),
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
  const counts = [];
  for (const lanes of inRounds(wanted)) counts.push(...(await runRound(lanes)));
  return sumOf(counts);
}

/** Runs lanes at the same time, and prints what they leave of the machine. @param {string[][]} lanes */
async function runRound(lanes) {
  console.log(`\n── ${lanes.map((names) => names.join(', then ')).join(' beside ')}`);
  const before = processorTimes();
  const counts = (await Promise.all(lanes.map(runLane))).flat();
  const after = processorTimes();
  const busy = 1 - (after.idleMs - before.idleMs) / (after.allMs - before.allMs);
  console.log(
    `── the processors of the machine were busy for ${Math.round(100 * busy)} % of that time`,
  );
  return counts;
}

/** @returns {{ idleMs: number, allMs: number }} since the machine started, summed over its processors */
function processorTimes() {
  const times = cpus().map((each) => each.times);
  const allMs = times.flatMap((each) => Object.values(each)).reduce((sum, each) => sum + each, 0);
  return { idleMs: times.reduce((sum, each) => sum + each.idle, 0), allMs };
}

/** @param {readonly Count[]} counts @returns {Count} */
function sumOf(counts) {
  return counts.reduce(
    (sum, { passed, failed, failures }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      failures: [...sum.failures, ...failures],
    }),
    { passed: 0, failed: 0, failures: [] },
  );
}

/**
 * The rounds, one after the other; each has lanes, which run at the same time, of parts in order.
 * @param {readonly string[]} wanted
 * @returns {string[][][]}
 */
export function inRounds(wanted) {
  return TOGETHER.map((lanes) =>
    lanes
      .map((names) => names.filter((name) => wanted.includes(partOf(name).part)))
      .filter((names) => names.length > 0),
  ).filter((lanes) => lanes.length > 0);
}

/** Runs parts one after the other. @param {string[]} names @returns {Promise<Count[]>} */
async function runLane(names) {
  const counts = [];
  for (const name of names) counts.push(await runPart(name));
  return counts;
}

/** The part and the share that a lane names. @param {string} name */
function partOf(name) {
  const [part = '', fraction] = name.split(' ');
  if (fraction === undefined) return { part, share: WHOLE };
  const [number, of] = fraction.split('/').map(Number);
  return { part, share: { number: number ?? 1, of: of ?? 1 } };
}

/** Runs a part and prints how long it took. @param {string} name @returns {Promise<Count>} */
async function runPart(name) {
  const startedAt = Date.now();
  const { part, share } = partOf(name);
  const run = parts[part];
  if (run === undefined) throw new Error(`there is no part ${part}`);
  const count = await run(share);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(0);
  console.log(`── ${name}: ${count.passed} passed, ${count.failed} failed, ${seconds} s`);
  return { ...count, failures: count.failures.map((failure) => `${part}: ${failure}`) };
}

/** @param {string} name */
function hasTests(name) {
  return PROJECTS.includes(name) ? hasSpecs(name) : true;
}
