// `npm run eval [-- agents significance speech]`: scores what the rules read in committed cases, how
// memories are ordered, and what is heard of committed recordings. `--data` names a file or folder of
// other cases, `--json` a file for the figures; see docs/operations.md.
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
