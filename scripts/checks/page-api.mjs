import { inProject, NODE } from '../lib/paths.mjs';
import { execute } from '../lib/run.mjs';

/** @param {readonly string[]} options */
const generate = (...options) =>
  execute(NODE, [
    inProject('node_modules/openapi-typescript/bin/cli.js'),
    inProject('openapi.json'),
    '--default-non-nullable',
    'false',
    ...options,
    '-o',
    inProject('apps/web/src/api/schema.d.ts'),
  ]);

/** Generates the page's types of the API from `openapi.json`. */
export const writePageApi = () => generate();

/** Whether the page's types match `openapi.json`. */
export async function pageApiDrift() {
  const { code, output } = await generate('--check');
  return { ok: code === 0, output };
}
