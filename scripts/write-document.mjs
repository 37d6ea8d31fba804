// `npm run openapi` (with the page's types) and `npm run configuration`: write what is generated from the code.
import { writeFileSync } from 'node:fs';
import { configurationDocument } from './checks/configuration-document.mjs';
import { writeOpenApi } from './checks/openapi-document.mjs';
import { writePageApi } from './checks/page-api.mjs';
import { main } from './lib/main.mjs';
import { inProject } from './lib/paths.mjs';
import { SetUpError } from './lib/set-up-error.mjs';
import { runSteps } from './lib/steps.mjs';
import { buildSteps } from './set-up/build.mjs';
import { npmPackages } from './set-up/npm-packages.mjs';

/** @type {Record<string, () => Promise<{ code: number, output: string }>>} */
const documents = {
  openapi: async () => {
    const written = await writeOpenApi(inProject('openapi.json'));
    return written.code === 0 ? writePageApi() : written;
  },
  configuration: async () => {
    const written = await configurationDocument();
    if (written.code === 0) writeFileSync(inProject('docs/configuration.md'), written.output);
    return written;
  },
};

await main(async () => {
  const name = process.argv[2] ?? '';
  await runSteps('Building changed sources.', [npmPackages, ...buildSteps]);
  const { code, output } = (await documents[name]?.()) ?? { code: 1, output: '' };
  if (code !== 0) throw new SetUpError(`The document ${name} could not be written.`, output);
  return 0;
});
