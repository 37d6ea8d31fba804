import { DefaultLogger, Runtime } from '@temporalio/worker';

/** Keeps the SDK's logs about workers out of the test output. */
export function quietTemporal(): void {
  Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
}
