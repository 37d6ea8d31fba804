import {
  DefaultLogger,
  IllegalStateError,
  makeTelemetryFilterString,
  Runtime,
} from '@temporalio/worker';

/**
 * Keeps the SDK's logs about workers that tests stop out of the test output. Its runtime ends with its
 * last worker and connection, and until then serves all spec files of the process.
 */
export function quietTemporal(): void {
  const logging = { filter: makeTelemetryFilterString({ core: 'ERROR' }) };
  const logger = new DefaultLogger('ERROR');
  try {
    Runtime.install({ logger, telemetryOptions: { logging }, shutdownSignals: [] });
  } catch (error) {
    if (!(error instanceof IllegalStateError)) throw error;
  }
}
