import { AFTERWORD, NODE } from './lib/paths.mjs';
import { main, runInForeground } from './lib/main.mjs';
import { foundSettings, setUp } from './set-up/set-up.mjs';

await main(async () => {
  await setUp();
  return runInForeground(NODE, [...AFTERWORD, 'start', ...process.argv.slice(2)], foundSettings());
});
