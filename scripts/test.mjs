import { main } from './lib/main.mjs';
import { schemathesis } from './set-up/schemathesis.mjs';
import { setUp } from './set-up/set-up.mjs';
import { smallModel } from './set-up/small-model.mjs';
import { spectral } from './set-up/spectral.mjs';
import { testServer } from './set-up/test-server.mjs';
import { voiceModel } from './set-up/voice-model.mjs';
import { runTestParts } from './tests/test-parts.mjs';

await main(async () => {
  const wanted = process.argv.slice(2);
  // Only one part needs it, and it is large.
  const large = wanted.length === 0 || wanted.includes('installation') ? [smallModel] : [];
  await setUp([testServer, schemathesis, spectral, voiceModel, ...large]);
  const { passed, failed, failures } = await runTestParts(wanted);
  // The reports of the parts are far above, among those of other parts.
  if (failures.length > 0)
    console.log(`\nFailed:\n${failures.map((name) => `  ${name}`).join('\n')}`);
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
});
