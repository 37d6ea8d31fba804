import { main } from './lib/main.mjs';
import { schemathesis } from './set-up/schemathesis.mjs';
import { setUp } from './set-up/set-up.mjs';
import { spectral } from './set-up/spectral.mjs';
import { testServer } from './set-up/test-server.mjs';
import { voiceModel } from './set-up/voice-model.mjs';
import { runTestParts } from './tests/test-parts.mjs';

await main(async () => {
  await setUp([testServer, schemathesis, spectral, voiceModel]);
  const { passed, failed } = await runTestParts(process.argv.slice(2));
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
});
