import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { SpokenText } from '#contracts/model';
import type { TaskType } from '#contracts/tasks';
import { rowsRead } from '../database-reads.fixture.ts';
import { TestWorker } from '../worker.fixture.ts';
import { quoteFirstTurns } from './quoting-engine.fixture.ts';

const MAX_CHARACTERS = 4_000;
const TEXT_TABLES = ['segments', 'turns'];
const EXCHANGES_AT_ONCE = 500;
const TASK_TYPES = ['correction', 'significance', 'summary'] as const satisfies readonly TaskType[];

const turn = (n: number): SpokenText => ({
  speaker: ['Ada', 'Tom', 'Lena'][n % 3] ?? '',
  text: `This is what was said about point ${n} of the long list that we have.`,
});

describe('a new exchange at the end of a long conversation', () => {
  let worker: TestWorker;
  beforeAll(async () => {
    worker = await TestWorker.open();
  });
  afterAll(() => worker.close());
  beforeEach(() => {
    worker.reset();
    quoteFirstTurns(worker, { quoted: 2, maxCharacters: MAX_CHARACTERS });
  });

  /** The tasks of all that waits. */
  const work = async (id: string): Promise<void> => {
    const runs = await worker.takeWork(id);
    const [correction, significance, summary] = TASK_TYPES.map((type) => runs.get(type));
    if (correction) await worker.run((all) => all.correctSegments(correction));
    if (significance) await worker.run((all) => all.scoreMemories(significance));
    if (summary) await worker.run((all) => all.summariseConversation(summary));
    if (runs.size > 0) await work(id);
  };

  const add = (conversationId: string, turns: readonly SpokenText[], narratives: string[]) =>
    worker.repositories.exchanges.add({ conversationId, turns, narratives }, null);

  /** The rows that all tasks of a new exchange read, after so many turns. */
  const rowsAfter = async (count: number): Promise<number> => {
    const { id } = await worker.newConversation();
    for (let from = 0; from < count; from += EXCHANGES_AT_ONCE) {
      await add(
        id,
        Array.from({ length: EXCHANGES_AT_ONCE }, (_, at) => turn(from + at)),
        [],
      );
    }
    await work(id);
    await worker.database.pool.query('ANALYZE');
    const before = await rowsRead(worker.database, TEXT_TABLES);
    await add(id, [turn(count)], ['Ada: I was glad about the list.']);
    await work(id);
    const read = (await rowsRead(worker.database, TEXT_TABLES)) - before;
    const latest = await worker.repositories.summaries.latest(id);
    expect(latest?.summary.turnCount).toBe(count + 1);
    return read;
  };

  it('reads as much of its text as at the end of one that is half as long', async () => {
    const short = await rowsAfter(1_500);
    const long = await rowsAfter(3_000);
    // Both have read something: the exchange itself and the part that it is added to.
    expect(short).toBeGreaterThan(10);
    expect(long).toBeLessThan(1.2 * short);
  });
});
