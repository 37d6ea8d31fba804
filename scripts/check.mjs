import { runChecks } from './checks/run-checks.mjs';
import { main } from './lib/main.mjs';
import { runSteps } from './lib/steps.mjs';
import { buildSteps } from './set-up/build.mjs';
import { npmPackages } from './set-up/npm-packages.mjs';

await main(async () => {
  await runSteps('Building changed sources.', [npmPackages, ...buildSteps]);
  const { passed, failed } = await runChecks(process.argv.slice(2));
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
});
