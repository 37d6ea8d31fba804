import { existsSync, readFileSync, rmSync } from 'node:fs';
import { inProject, inToolchain, NODE } from '../lib/paths.mjs';
import { execute } from '../lib/run.mjs';

const WRITER = 'dist/apps/gateway/src/write-openapi.js';
const DOCUMENT = 'openapi.json';

/** Generates the OpenAPI document from the current code. @param {string} file */
export function writeOpenApi(file) {
  return execute(NODE, [inProject(WRITER), file]);
}

/** Whether the committed document matches the code. */
export async function openApiDrift() {
  const fresh = inToolchain('openapi-check.json');
  rmSync(fresh, { force: true });
  const { code, output } = await writeOpenApi(fresh);
  if (code !== 0 || !existsSync(fresh)) return { ok: false, output };
  const committed = inProject(DOCUMENT);
  const ok =
    existsSync(committed) && readFileSync(committed, 'utf8') === readFileSync(fresh, 'utf8');
  return { ok, output: ok ? '' : `${DOCUMENT} is out of date: run \`npm run openapi\`.` };
}
