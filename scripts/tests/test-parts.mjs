import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** Into how many shares the files of a project are divided, which run at the same time: else one. */
const SHARES = new Map([['browser', 2]]);

const hasSpecs = (/** @type {string} */ project) =>
  project === 'spec' || existsSync(inProject('test', project));

/** The only project with large files: a clone, and all that its set-up downloads. */
const ON_DISK = 'bare-clone';

/** @type {string | null | undefined} */
let folder;

/** Runs a project, with its temporary files in memory if possible. @param {string} project */
async function runProject(project) {
  if (folder === undefined) folder = memoryFolder();
  const of = SHARES.get(project) ?? 1;
  const shares = Array.from({ length: of }, (_, index) => ({ number: index + 1, of }));
  return sumOf(
    await Promise.all(shares.map((share) => runJest(project, folderOf(project, share), share))),
  );
}

/**
 * The folder for temporary files. Shares that run at the same time have folders of their own, since each
 * unpacks its browser there.
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
    (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
    { passed: 0, failed: 0 },
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
