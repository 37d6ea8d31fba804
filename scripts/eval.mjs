// `npm run eval [-- agents corrections speech]`: scores what the rules read in committed cases, what the
// guard takes of committed corrections, and what is heard of committed recordings.
// `npm run eval -- corrections --file <JSON lines>` judges other corrections.
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
  const args = [...typescript, inProject('bench/eval.ts'), ...process.argv.slice(2)];
  return runInForeground(NODE, args, {});
});
