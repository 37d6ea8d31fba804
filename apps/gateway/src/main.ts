import 'reflect-metadata';
import { Logger } from 'nestjs-pino';
import { InvalidSettingsError, loadConfig } from '#platform';
import { createGateway } from './create-gateway.ts';
import { stopRequested } from './stop-requested.ts';

/** Uploads and answers in hand get this long; the supervisor waits a little longer. */
const LONGEST_STOP_MS = 8_000;

async function run(): Promise<void> {
  const config = loadConfig();
  const stop = stopRequested();
  const app = await createGateway(config);
  const logger = app.get(Logger);
  await app.listen(config.port, config.host);
  logger.log(`answers on ${await app.getUrl()}`);
  process.send?.('ready');
  logger.log(`stops: ${await stop}`);
  setTimeout(() => process.exit(0), LONGEST_STOP_MS).unref();
  await app.close();
}

try {
  await run();
  process.exit(0);
} catch (error) {
  const unexpected = error instanceof Error && !(error instanceof InvalidSettingsError);
  process.stderr.write(`${unexpected ? error.stack : String(error)}\n`);
  process.exit(1);
}
