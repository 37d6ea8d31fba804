import { main } from './lib/main.mjs';
import { runSteps } from './lib/steps.mjs';
import { buildSteps } from './set-up/build.mjs';
import { npmPackages } from './set-up/npm-packages.mjs';

await main(async () => {
  await runSteps('Building changed sources.', [npmPackages, ...buildSteps]);
  return 0;
});
