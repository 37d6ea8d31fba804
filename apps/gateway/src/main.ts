import 'reflect-metadata';
import { Logger } from 'nestjs-pino';
import { checkAgents, InvalidAgentsError } from '#agents';
import { ENGINES } from '#engines/definitions';
import { InvalidSettingsError, keepFilesPrivate, loadConfig } from '#platform';
import { createGateway } from './create-gateway.ts';
import { stopRequested } from './stop-requested.ts';
import { TaskTypesCheck } from './tasks/task-types/task-types.check.ts';
import { UnknownTaskTypesError } from './tasks/task-types/unknown-task-types.error.ts';

/** Maximum time for requests in progress at shutdown; the supervisor waits a little longer. */
const MAX_STOP_MS = 8_000;

/** Errors whose message says all. */
const FAULTS = [InvalidSettingsError, InvalidAgentsError, UnknownTaskTypesError];

async function run(): Promise<void> {
  keepFilesPrivate();
  checkAgents();
  const config = loadConfig(ENGINES);
  const stop = stopRequested();
  const app = await createGateway(config);
  const logger = app.get(Logger);
  await app.listen(config.port, config.host);
  logger.log(`listening on ${await app.getUrl()}`);
  process.send?.('ready');
  const reason = await Promise.race([stop, app.get(TaskTypesCheck).violated]);
  const fault = reason instanceof Error ? reason : null;
  if (fault === null) logger.log(`stops: ${reason}`);
  setTimeout(() => process.exit(fault === null ? 0 : 1), MAX_STOP_MS).unref();
  await app.close();
  if (fault !== null) throw fault;
}

/** Explains an error that a person can fix in a sentence; any other error keeps its stack trace. */
function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (FAULTS.some((Fault) => error instanceof Fault)) return error.message;
  if ('code' in error && error.code === 'EADDRINUSE') {
    return `${error.message}: stop the program that listens there, or set AFTERWORD_PORT.`;
  }
  return error.stack ?? error.message;
}

try {
  await run();
  process.exit(0);
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exit(1);
}
