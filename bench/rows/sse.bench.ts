import { setTimeout as sleep } from 'node:timers/promises';
import { loggedEventSchema } from '#contracts/api';
import { ApiClient } from '../../test/support/api-client.ts';
import { EventStream } from '../../test/support/event-stream.ts';
import { startStack, type Stack } from '../../test/support/stack.ts';
import { JsonPoster } from '../lib/json-poster.ts';
import { percentile } from '../lib/measure.ts';
import type { BenchFigures } from '../lib/row.ts';

const CLIENTS = 50;
const EXCHANGES = 500;
const PAUSE_MS = 10;

/** Latency from the creation of an event in a transaction to the clients of the event stream. */
export async function sseBench(): Promise<BenchFigures> {
  const stack = await startStack({}, ['--only', 'postgres,temporal,gateway']);
  try {
    return await measure(stack);
  } finally {
    await stack.stop();
  }
}

async function measure(stack: Stack): Promise<BenchFigures> {
  const { id } = await new ApiClient(stack.baseUrl).createConversation('Benchmark');
  const delaysMs: number[] = [];
  const streams = await Promise.all(
    Array.from({ length: CLIENTS }, () => EventStream.open(`${stack.baseUrl}/events`)),
  );
  for (const stream of streams) {
    stream.listen(({ type, data }) => {
      if (type !== 'exchange_added') return;
      const { createdAt } = loggedEventSchema.parse(JSON.parse(data));
      delaysMs.push(Date.now() - Date.parse(createdAt));
    });
  }
  await Promise.all(streams.map((stream) => stream.next(({ type }) => type === 'ready')));
  const poster = new JsonPoster(stack.baseUrl, 4);
  for (let number = 0; number < EXCHANGES; number += 1) {
    await poster.post(`/conversations/${id}/exchanges`, {
      turns: [{ speaker: 'Ada', text: 'This is one more exchange of the benchmark.' }],
    });
    await sleep(PAUSE_MS);
  }
  const wanted = EXCHANGES * CLIENTS;
  while (delaysMs.length < wanted) await sleep(50);
  for (const stream of streams) stream.close();
  const [p50, p95] = [percentile(delaysMs, 0.5), percentile(delaysMs, 0.95)];
  const what = `from event to client, ${CLIENTS} clients, two events per exchange`;
  return {
    name: 'the event stream',
    figures: { [what]: `p50 ${p50} ms, p95 ${p95} ms (${wanted} deliveries)` },
  };
}
