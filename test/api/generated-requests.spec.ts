import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { startStack, type Stack } from '../support/stack.ts';

const PROJECT = path.resolve(import.meta.dirname, '../..');
const DOCUMENT = path.join(PROJECT, 'openapi.json');
const PYTHON = path.join(PROJECT, '.toolchain/python/bin/python');
/** Set-up installs it where there is a Python that it runs on. */
const TOOL = path.join(PROJECT, '.toolchain/schemathesis');

/** A stream has no end, so that a request would last until its time is over. */
const STREAMS = '/events$';

/**
 * What is generated. The bounded size asks each operation for what its document names: examples, limits of
 * values, missing and additional parts, wrong types. The full size also makes up values and sequences.
 */
const SIZES = {
  bounded: ['--phases', 'examples,coverage', '--max-examples', '1', '--max-time', '50'],
  full: ['--phases', 'examples,coverage,fuzzing,stateful', '--max-examples', '60'],
} as const;

/** What is a fault: 5xx, and answers that the document does not describe. */
const CHECKS = [
  'not_a_server_error',
  'status_code_conformance',
  'content_type_conformance',
  'response_headers_conformance',
  'response_schema_conformance',
];

declare global {
  var apiSize: 'bounded' | 'full';
}

const itWithTool = existsSync(TOOL) ? it : it.skip;

describe('requests that are generated from the OpenAPI document', () => {
  let stack: Stack;
  beforeAll(async () => {
    // Without a worker, the tasks that are requested wait, and what they would do is not tried here.
    stack = await startStack({}, ['--only', 'postgres,temporal,gateway']);
  });
  afterAll(() => stack.stop());

  itWithTool('are answered as it says, and never with 5xx', async () => {
    const { code, output } = await generate(stack.baseUrl);
    if (code !== 0) throw new Error(output);
    expect(output).toMatch(/Tested: \d{2,}/);
  });
});

async function generate(baseUrl: string) {
  const size: readonly string[] = SIZES[globalThis.apiSize];
  const args = [
    ...['-m', 'schemathesis.cli', 'run', DOCUMENT, '--url', baseUrl, '--no-color'],
    ...['--checks', CHECKS.join(','), '--exclude-path-regex', STREAMS, '--warnings', 'off'],
    // One worker: in Python 3.11 threads that parse code at the same time fail each other.
    ...['--generation-database', 'none', '--workers', '1'],
    ...['--request-timeout', '30', '--continue-on-failure'],
    ...size,
  ];
  const env = { PATH: process.env['PATH'], PYTHONPATH: TOOL };
  const child = spawn(PYTHON, args, { env, cwd: tmpdir(), stdio: ['ignore', 'pipe', 'inherit'] });
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'close')]);
  return { code: Number(code), output };
}
