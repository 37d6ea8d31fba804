import { checks } from './check-steps.mjs';

const NAME_WIDTH = 15;
const SHOWN_LINES = 60;
/** Each check keeps one processor busy, and none changes the input of another. */
const CONCURRENCY = 2;

/** @param {string} output */
const lastLines = (output) =>
  output.trimEnd().split('\n').slice(-SHOWN_LINES).join('\n').replace(/^/gm, '      ');

/**
 * Runs checks and prints a line for each, with the output of a failed one.
 * @param {readonly string[]} names of the checks to run; none means all
 * @returns {Promise<{ passed: number, failed: number, failures: string[] }>} with the names of failed checks
 */
export async function runChecks(names = []) {
  const waiting = checks.filter(({ name }) => names.length === 0 || names.includes(name));
  /** @type {string[]} */
  const failures = [];
  let passed = 0;
  const lane = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      if (await runOne(check)) passed += 1;
      else failures.push(check.name);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, lane));
  return { passed, failed: failures.length, failures };
}

/** @param {import('./check-steps.mjs').Check} check */
async function runOne({ name, guarantee, run }) {
  const startedAt = Date.now();
  const { ok, output } = await run();
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1).padStart(5);
  console.log(`  ${ok ? '✓' : '✗'} ${name.padEnd(NAME_WIDTH)} ${seconds} s  ${guarantee}`);
  if (!ok) console.log(lastLines(output));
  return ok;
}
