// `npm run pictures`: makes the pictures of the README anew, from the sample conversation and its project in the
// real page.
import { main, runInForeground } from './lib/main.mjs';
import { inProject, NODE } from './lib/paths.mjs';
import { setUp } from './set-up/set-up.mjs';

await main(async () => {
  await setUp();
  const typescript = [
    '--conditions=afterword-source',
    '--experimental-transform-types',
    '--no-warnings',
  ];
  return runInForeground(NODE, [...typescript, inProject('scripts/pictures/make-pictures.ts')], {});
});
