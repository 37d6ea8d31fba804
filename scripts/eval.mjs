// `npm run eval [-- corrections significance language agents speech hearing hints voices]`: measures what the engines make of
// committed cases, or of those that `--data` names. docs/evaluation.md has the options and the format.
import { main, runInForeground } from './lib/main.mjs';
import { inProject, NODE } from './lib/paths.mjs';
import { smallModel } from './set-up/small-model.mjs';
import { setUp } from './set-up/set-up.mjs';
import { voiceModel } from './set-up/voice-model.mjs';

await main(async () => {
  const given = process.argv.slice(2);
  await setUp([voiceModel, ...(given.includes('--smallModel') ? [smallModel] : [])]);
  const typescript = [
    '--conditions=afterword-source',
    '--experimental-transform-types',
    '--no-warnings',
  ];
  const args = [...typescript, inProject('bench/eval.ts'), ...given];
  return runInForeground(NODE, args, {});
});
