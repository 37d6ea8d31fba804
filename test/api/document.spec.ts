import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const FOLDER = import.meta.dirname;
const LINTER = path.join(FOLDER, 'node_modules/@stoplight/spectral-cli/dist/index.js');

it('the OpenAPI document keeps to the rules of the specification and of good documents', async () => {
  const document = path.join(FOLDER, '../../openapi.json');
  const rules = ['--ruleset', path.join(FOLDER, 'spectral.yaml'), '--fail-severity', 'warn'];
  const run = promisify(execFile)(process.execPath, [LINTER, 'lint', document, ...rules]);
  const output = await run.catch((error: unknown) => {
    throw new Error(String(error instanceof Error && 'stdout' in error ? error.stdout : error));
  });
  expect(output.stdout).toContain('No results');
});
