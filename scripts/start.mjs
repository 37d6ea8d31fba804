import { AFTERWORD, NODE } from './lib/paths.mjs';
import { main, runInForeground } from './lib/main.mjs';
import { endRunningPrograms } from './lib/run.mjs';
import { runStepsMeanwhile } from './lib/steps.mjs';
import { foundSettings, setUp } from './set-up/set-up.mjs';
import { voiceModel } from './set-up/voice-model.mjs';

await main(async () => {
  await setUp();
  const args = [...AFTERWORD, 'start', ...process.argv.slice(2)];
  const product = runInForeground(NODE, args, foundSettings());
  void runStepsMeanwhile([voiceModel]);
  return product.finally(endRunningPrograms);
});
