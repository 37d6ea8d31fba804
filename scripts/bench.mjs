// `npm run bench [-- accept workflow speech]`: measures Afterword against bare baselines.
import { main, runInForeground } from './lib/main.mjs';
import { inProject, NODE } from './lib/paths.mjs';
import { foundSettings, setUp } from './set-up/set-up.mjs';

await main(async () => {
  await setUp();
  const typescript = [
    '--conditions=afterword-source',
    '--experimental-transform-types',
    '--no-warnings',
  ];
  const args = [...typescript, inProject('bench/main.ts'), ...process.argv.slice(2)];
  return runInForeground(NODE, args, foundSettings());
});
