import { writeFile } from 'node:fs/promises';
import { Client, Connection } from '@temporalio/client';
import { entityWorkflowId } from '#contracts/workflows';
import { ApiClient } from '../../test/support/api-client.ts';
import { startStack } from '../../test/support/stack.ts';
import { JsonPoster } from '../lib/json-poster.ts';
import { inParallel, timeOf } from '../lib/measure.ts';
import { plotOf, type PlotLine } from '../lib/plot.ts';
import type { BenchFigures } from '../lib/row.ts';
import { exchangeBody } from '../lib/exchange-body.ts';
import { StackDatabase } from '../lib/stack-database.ts';

const CONCURRENCY = 16;
/** Sizes at which the conversation is measured. */
const SIZES = [100, 300, 1_000, 3_000, 10_000];
const PROBES = 10;
const PLOT = 'docs/images/growth.svg';

/** Measures and plots the cost of one more exchange in a conversation that grows to ten thousand. */
export async function growthBench(): Promise<BenchFigures> {
  const stack = await startStack();
  const database = await StackDatabase.open(stack);
  const connection = await Connection.connect({ address: stack.temporalAddress });
  try {
    const { id } = await new ApiClient(stack.baseUrl).createConversation('A long one');
    const poster = new JsonPoster(stack.baseUrl, CONCURRENCY);
    const add = (number: number) =>
      poster.post(`/conversations/${id}/exchanges`, exchangeBody(number));
    const accepting: PlotLine = { name: 'accepting one exchange, ms', points: [] };
    const settling: PlotLine = { name: 'ten exchanges to their summary, ms / 10', points: [] };
    let size = 0;
    for (const next of SIZES) {
      await inParallel(next - size, CONCURRENCY, (number) => add(size + number));
      await database.settled();
      const acceptMs = await timeOf(async () => {
        for (let number = 0; number < PROBES; number += 1) await add(number);
      });
      const settleMs = await timeOf(() => database.settled());
      accepting.points.push({ x: next, y: acceptMs / PROBES });
      settling.points.push({ x: next, y: settleMs / PROBES });
      size = next + PROBES;
    }
    await writeFile(
      PLOT,
      plotOf('Cost of an exchange by the size of its conversation', [accepting, settling]),
    );
    return {
      name: 'one conversation that grows long',
      figures: {
        ...figuresOf(accepting),
        ...figuresOf(settling),
        'longest history of its workflow': `${await longestHistory(new Client({ connection }), id)} events (limit 51,200)`,
        plot: PLOT,
      },
    };
  } finally {
    await connection.close();
    await database.close();
    await stack.stop();
  }
}

function figuresOf({ name, points }: PlotLine): BenchFigures['figures'] {
  return { [name]: points.map(({ x, y }) => `${y.toFixed(1)} at ${x}`).join(', ') };
}

async function longestHistory(client: Client, conversationId: string): Promise<number> {
  let longest = 0;
  const query = `WorkflowId = '${entityWorkflowId({ kind: 'conversation', id: conversationId })}'`;
  for await (const { workflowId, runId } of client.workflow.list({ query })) {
    const { historyLength } = await client.workflow.getHandle(workflowId, runId).describe();
    longest = Math.max(longest, historyLength);
  }
  return longest;
}
