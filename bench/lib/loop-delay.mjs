// Imported into each process of a measured stack: appends the longest delay of the event loop of every
// tenth of a second to a file that is named after the process.
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

const INTERVAL_MS = 100;
const RESOLUTION_MS = 5;
const folder = process.env['BENCH_LOOP_DELAYS'];

if (folder !== undefined && isMainThread) {
  const file = path.join(folder, String(process.pid));
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  setInterval(() => {
    const longestMs = delay.max / 1e6 - RESOLUTION_MS;
    delay.reset();
    appendFileSync(file, `${Date.now()} ${longestMs.toFixed(1)}\n`);
  }, INTERVAL_MS).unref();
}
