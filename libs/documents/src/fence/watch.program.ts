/**
 * A thread of the reading process that ends it while the file keeps the main thread busy: when
 * the parent is gone, or when the process takes more memory than it may, buffers included.
 */
import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { OUT_OF_MEMORY, type WatchOrder } from './reading-order.ts';

const MEBIBYTE = 2 ** 20;
const CHECK_INTERVAL_MS = 20;
const STDERR = 2;

function watch(order: WatchOrder): void {
  const isOverMemory = process.memoryUsage.rss() > order.memoryMebibytes * MEBIBYTE;
  if (isOverMemory) writeSync(STDERR, `${OUT_OF_MEMORY}\n`);
  if (isOverMemory || process.ppid !== order.parentPid) process.kill(process.pid, 'SIGKILL');
}

function isWatchOrder(value: unknown): value is WatchOrder {
  return typeof value === 'object' && value !== null && 'parentPid' in value;
}

const order: unknown = workerData;
if (!isWatchOrder(order)) throw new Error('The watch was started without its order.');
setInterval(watch, CHECK_INTERVAL_MS, order);
