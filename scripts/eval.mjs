// `npm run eval [-- corrections significance language agents speech voices]`: measures what the engines make of
// committed cases, or of those that `--data` names. docs/evaluation.md has the options and the format.
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
