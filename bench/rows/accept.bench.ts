import http from 'node:http';
import { text } from 'node:stream/consumers';
import { Client, Connection } from '@temporalio/client';
import { ApiClient } from '../../test/support/api-client.ts';
import { startStack, type Stack } from '../../test/support/stack.ts';
import { inParallel, median, timeOf } from '../lib/measure.ts';
import type { BenchRow } from '../lib/row.ts';
import { StackDatabase } from '../lib/stack-database.ts';

const ROUNDS = 5;
const CLIPS = 400;
const CONCURRENCY = 16;

/**
 * Clips accepted per second, compared with bare workflow starts on the same server. No worker runs,
 * so both only enqueue work; our figure includes the load of the dispatcher.
 */
export async function acceptBench(): Promise<BenchRow> {
  const stack = await startStack({}, ['--only', 'postgres,temporal,gateway']);
  const connection = await Connection.connect({ address: stack.temporalAddress });
  const client = new Client({ connection });
  const database = await StackDatabase.open(stack);
  try {
    const accept = await clipPoster(stack);
    await inParallel(100, CONCURRENCY, accept);
    const ours: number[] = [];
    const raw: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      await database.outboxEmpty();
      ours.push(perSecond(await timeOf(() => inParallel(CLIPS, CONCURRENCY, accept))));
      await database.outboxEmpty();
      raw.push(
        perSecond(await timeOf(() => inParallel(CLIPS, CONCURRENCY, bareStart(client, round)))),
      );
    }
    const ratio = median(ours) / median(raw);
    return {
      name: 'clips accepted',
      baseline: '`client.workflow.start` of the SDK on the same Temporal',
      unit: 'per second',
      ours: median(ours),
      raw: median(raw),
      rounds: ROUNDS,
      ratio,
      aim: '≥ 2',
      met: ratio >= 2,
      remarks: [
        `${CLIPS} of 1 KB per round, ${CONCURRENCY} in parallel; answered when file and rows are on disk`,
      ],
    };
  } finally {
    await database.close();
    await connection.close();
    await stack.stop();
  }
}

const perSecond = (ms: number) => (CLIPS * 1000) / ms;

const BOUNDARY = 'bench-boundary';
const HEAD = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="clip.wav"\r\n\r\n`;
const TAIL = `\r\n--${BOUNDARY}--\r\n`;

/** Posts clips with unique bytes over keep-alive connections with little overhead. */
async function clipPoster(stack: Stack): Promise<(number: number) => Promise<void>> {
  const { id } = await new ApiClient(stack.baseUrl).createConversation('Benchmark');
  const agent = new http.Agent({ keepAlive: true, maxSockets: CONCURRENCY });
  const url = `${stack.baseUrl}/conversations/${id}/clips`;
  const headers = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };
  let sent = 0;
  return async () => {
    const bytes = Buffer.alloc(1024);
    bytes.writeUInt32BE((sent += 1));
    const body = Buffer.concat([Buffer.from(HEAD), bytes, Buffer.from(TAIL)]);
    const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
      const request = http.request(url, { method: 'POST', agent, headers }, resolve);
      request.on('error', reject).end(body);
    });
    const answer = await text(response);
    if (response.statusCode !== 202) throw new Error(answer);
  };
}

function bareStart(client: Client, round: number): (number: number) => Promise<unknown> {
  return (number) =>
    client.workflow.start('transcription', {
      workflowId: `bare-${round}-${number}`,
      taskQueue: 'unpolled',
      args: [{ number }],
    });
}
