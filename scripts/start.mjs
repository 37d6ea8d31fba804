import { inProject, NODE } from './lib/paths.mjs';
import { main, runInForeground } from './lib/main.mjs';
import { foundSettings, setUp } from './set-up/set-up.mjs';

await main(async () => {
  await setUp();
  const cli = inProject('dist', 'apps', 'cli', 'src', 'main.js');
  return runInForeground(NODE, [cli, 'start', ...process.argv.slice(2)], foundSettings());
});
