import { DefaultLogger, Runtime, type LogEntry } from '@temporalio/worker';
import type { Logger } from '#platform';

const LEVELS = {
  TRACE: 'trace',
  DEBUG: 'debug',
  INFO: 'info',
  WARN: 'warn',
  ERROR: 'error',
} as const;

/**
 * Sends the log of the Temporal SDK through ours, and leaves signals to us: the SDK would stop its
 * workers by itself, before what they depend on knows.
 */
export function installTemporalRuntime(logger: Logger): void {
  Runtime.install({
    logger: new DefaultLogger('INFO', (entry) => logEntry(logger, entry)),
    shutdownSignals: [],
  });
}

/** What the SDK remarks on roles that have no workflows or no activities, as ours are meant to be. */
const EXPECTED = /^No (workflows|activities|Nexus services) registered/;

/** Our activities log their failures with task and code, and the task says them to people. */
const TOLD_ELSEWHERE = new Set(['Activity failed', 'Workflow failed']);

function logEntry(logger: Logger, entry: LogEntry): void {
  if (TOLD_ELSEWHERE.has(entry.message) || EXPECTED.test(entry.message)) return;
  logger[LEVELS[entry.level]]({ sdk: entry.meta?.['sdkComponent'] }, entry.message);
}
