/**
 * The program that reads one document. It takes its order as JSON on its input and writes
 * messages to its output, one line of JSON each. From sources, Node.js runs it by stripping types:
 * what it loads has no parameter properties, and imports other libraries only for their types.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { readAsMessages } from '../formats/read-as-messages.ts';
import { fileBytes } from './file-bytes.ts';
import { programPath } from './program-path.ts';
import type { ReadingMessage } from './reading-messages.schema.ts';
import { writeWhole } from './write-whole.ts';
import type { ReadingOrder, WatchOrder } from './reading-order.ts';

const STDIN = 0;
const STDOUT = 1;
/** Lines are written together, because each write waits for the parent. */
const BATCH_CHARACTERS = 32_768;

let batch = '';

function write(message: ReadingMessage): void {
  batch += `${JSON.stringify(message)}\n`;
  if (batch.length >= BATCH_CHARACTERS) flush();
}

function flush(): void {
  writeWhole(STDOUT, batch);
  batch = '';
}

function isOrder(value: unknown): value is ReadingOrder {
  return typeof value === 'object' && value !== null && 'limits' in value;
}

async function startWatch({ limits, parentPid }: ReadingOrder): Promise<void> {
  const workerData: WatchOrder = { memoryMebibytes: limits.memoryMebibytes, parentPid };
  const watch = new Worker(programPath('watch.program', import.meta.url), { workerData });
  await once(watch, 'online');
}

const order: unknown = JSON.parse(readFileSync(STDIN, 'utf8'));
if (!isOrder(order)) throw new Error('The reading process was started without its order.');
await startWatch(order);
// A broken PDF may fail in parts that are not read; the read itself fails with its own error.
process.on('unhandledRejection', () => undefined);
await readAsMessages(fileBytes(order.path), order.fileName, order.limits, write);
flush();
// Not by itself: the watch still runs.
process.exit();
