import { DefaultLogger, Runtime } from '@temporalio/worker';

/** Keeps the SDK's remarks on workers that come and go out of a test's output. */
export function quietTemporal(): void {
  Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
}
