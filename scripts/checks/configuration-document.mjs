import { existsSync, readFileSync } from 'node:fs';
import { inProject, NODE } from '../lib/paths.mjs';
import { execute } from '../lib/run.mjs';

const WRITER = 'scripts/checks/write-configuration.mjs';
const DOCUMENT = 'docs/configuration.md';

/** The document as the settings say it now. */
export async function configurationDocument() {
  return execute(NODE, [inProject(WRITER)]);
}

/** Whether the committed document is what the settings say. */
export async function configurationDrift() {
  const { code, output } = await configurationDocument();
  if (code !== 0) return { ok: false, output };
  const file = inProject(DOCUMENT);
  const ok = existsSync(file) && readFileSync(file, 'utf8') === output;
  return { ok, output: ok ? '' : `${DOCUMENT} is out of date: run \`npm run configuration\`.` };
}
