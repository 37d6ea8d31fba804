import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';

/** Keeps the SDK's logs about workers that tests stop out of the test output. */
export function quietTemporal(): void {
  const logging = { filter: makeTelemetryFilterString({ core: 'ERROR' }) };
  const logger = new DefaultLogger('ERROR');
  Runtime.install({ logger, telemetryOptions: { logging }, shutdownSignals: [] });
}
