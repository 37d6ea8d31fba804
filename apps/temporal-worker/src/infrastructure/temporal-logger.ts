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
 * Installs the Temporal runtime: SDK log entries go to our logger, and the SDK handles no process
 * signals. Otherwise it would stop its workers on its own, before the host that closes their
 * dependencies is notified.
 */
export function installTemporalRuntime(logger: Logger): void {
  Runtime.install({
    logger: new DefaultLogger('INFO', (entry) => logEntry(logger, entry)),
    shutdownSignals: [],
  });
}

/** SDK messages about workers without workflows or activities; our roles have only some by design. */
const EXPECTED = /^No (workflows|activities|Nexus services) registered/;

/** Failures that our interceptors log with task and code, and that users see on the task. */
const REPORTED_ELSEWHERE = new Set(['Activity failed', 'Workflow failed']);

function logEntry(logger: Logger, entry: LogEntry): void {
  if (REPORTED_ELSEWHERE.has(entry.message) || EXPECTED.test(entry.message)) return;
  logger[LEVELS[entry.level]]({ sdk: entry.meta?.['sdkComponent'] }, entry.message);
}
