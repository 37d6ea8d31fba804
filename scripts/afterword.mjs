import { existsSync } from 'node:fs';
import { AFTERWORD, NODE } from './lib/paths.mjs';
import { main, runInForeground } from './lib/main.mjs';
import { SetUpError } from './lib/set-up-error.mjs';
import { foundSettings } from './set-up/set-up.mjs';

// Runs next to an instance, so it neither sets up nor builds.
await main(() => {
  if (!existsSync(AFTERWORD.at(-1) ?? ''))
    throw new SetUpError('Afterword is not built yet: run npm start once.');
  return runInForeground(NODE, [...AFTERWORD, ...process.argv.slice(2)], foundSettings());
});
