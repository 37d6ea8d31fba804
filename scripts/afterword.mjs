import { existsSync } from 'node:fs';
import { inProject, NODE } from './lib/paths.mjs';
import { main, runInForeground } from './lib/main.mjs';
import { SetUpError } from './lib/set-up-error.mjs';
import { foundSettings } from './set-up/set-up.mjs';

// Runs next to an instance, so it neither sets up nor builds.
await main(() => {
  const cli = inProject('dist', 'apps', 'cli', 'src', 'main.js');
  if (!existsSync(cli)) throw new SetUpError('Afterword is not built yet: run npm start once.');
  return runInForeground(NODE, [cli, ...process.argv.slice(2)], foundSettings());
});
