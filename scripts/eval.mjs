// `npm run eval [-- agents corrections significance speech voices]`: scores what the rules read in committed
// cases, what the guard takes of committed corrections, how memories are ordered, and what is heard of
// committed recordings, and whose voice it is. Options name other cases; see docs/operations.md.
import { main, runInForeground } from './lib/main.mjs';
import { inProject, NODE } from './lib/paths.mjs';
import { setUp } from './set-up/set-up.mjs';
import { voiceModel } from './set-up/voice-model.mjs';

await main(async () => {
  await setUp([voiceModel]);
  const typescript = [
    '--conditions=afterword-source',
    '--experimental-transform-types',
    '--no-warnings',
  ];
  const args = [...typescript, inProject('bench/eval.ts'), ...process.argv.slice(2)];
  return runInForeground(NODE, args, {});
});
