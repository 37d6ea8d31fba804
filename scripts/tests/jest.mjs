import { readFileSync, rmSync } from 'node:fs';
import { runInForeground } from '../lib/main.mjs';
import { inProject, inToolchain, NODE } from '../lib/paths.mjs';
import { foundSettings } from '../set-up/set-up.mjs';

/** Specs mostly wait for servers of their own, so two files side by side take little more than one. */
const TWO_FILES_AT_ONCE = ['--maxWorkers=2'];
/** Elsewhere a file runs the whole product, and measures nothing beside another. */
const FILE_AFTER_FILE = ['--runInBand'];

/**
 * Runs one project of jest.config.js.
 * @param {string} project
 * @returns {Promise<{ passed: number, failed: number }>} a file that could not even be loaded
 *   counts as one failure, and so does a project in which nothing ran
 */
export async function runJest(project) {
  const report = inToolchain(`jest-${project}.json`);
  rmSync(report, { force: true });
  const jest = [
    '--experimental-vm-modules',
    '--no-warnings',
    inProject('node_modules/jest/bin/jest.js'),
  ];
  const pace = project === 'spec' ? TWO_FILES_AT_ONCE : FILE_AFTER_FILE;
  const options = ['--selectProjects', project, ...pace, '--json', `--outputFile=${report}`];
  const code = await runInForeground(NODE, [...jest, ...options], testEnvironment(), 'ignore');
  return countOf(report, code);
}

/** What set-up found, under the names that the specs know. */
function testEnvironment() {
  return { NODE_ENV: 'test', ...foundSettings() };
}

/** @param {string} report @param {number} code */
function countOf(report, code) {
  try {
    const result = JSON.parse(readFileSync(report, 'utf8'));
    const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
    const passed = result.numPassedTests;
    return { passed, failed: failed === 0 && (code !== 0 || passed === 0) ? 1 : failed };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
