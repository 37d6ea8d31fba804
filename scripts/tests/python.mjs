import { inProject, PYTHON } from '../lib/paths.mjs';
import { execute } from '../lib/run.mjs';

const TESTS = 'speech/tests';

/**
 * Runs the tests of the speech process.
 * @returns {Promise<{ passed: number, failed: number, failures: string[] }>} with the names of failed tests; at least one failure when no test ran
 */
export async function runPythonTests() {
  const python = process.env['AFTERWORD_SPEECH_PYTHON'] || PYTHON;
  const discover = [
    '-m',
    'unittest',
    'discover',
    '-s',
    inProject(TESTS),
    '-t',
    inProject('speech'),
  ];
  const { code, output } = await execute(python, discover);
  console.log(output.trimEnd().split('\n').slice(-40).join('\n'));
  const number = (/** @type {RegExp} */ pattern) => Number(output.match(pattern)?.[1] ?? 0);
  const ran = number(/^Ran (\d+) tests?/m);
  const skipped = number(/skipped=(\d+)/);
  const failed = number(/failures=(\d+)/) + number(/errors=(\d+)/);
  const broken = failed === 0 && (code !== 0 || ran === 0);
  const failures = output.match(/^(?:FAIL|ERROR): .+$/gm) ?? [];
  return { passed: Math.max(0, ran - skipped - failed), failed: broken ? 1 : failed, failures };
}
