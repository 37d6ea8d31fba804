import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { seededRandom } from '../../../../test/support/seeded-random.ts';
import type { SpokenText } from '#contracts/model';
import { citedPlaces, summaryCoverage, summaryParts } from '#domain';
import { SummariesRepository } from '#store';
import type { TestConversation } from '../test-conversation.fixture.ts';
import { TestWorker } from '../worker.fixture.ts';
import { quoteFirstTurns } from './quoting-engine.fixture.ts';

const MAX_CHARACTERS = 1_500;
const TURNS = 400;
/** Statements of each part. */
const QUOTED = 2;

const turn = (n: number): SpokenText => ({
  speaker: n % 2 === 0 ? 'Ada' : 'Tom',
  text: `This is what was said in turn ${n}, ${'and more '.repeat(n % 5)}that was all.`,
});

describe('a summary for which little was read', () => {
  let worker: TestWorker;
  beforeAll(async () => {
    worker = await TestWorker.open();
  });
  afterAll(() => worker.close());
  beforeEach(() => {
    worker.reset();
    quoteFirstTurns(worker, { quoted: QUOTED, maxCharacters: MAX_CHARACTERS });
  });

  const summarise = async (id: string): Promise<void> => {
    const run = (await worker.takeWork(id)).get('summary');
    if (run) await worker.run((all) => all.summariseConversation(run));
  };
  const long = async (): Promise<TestConversation> => {
    const conversation = await worker.newConversation();
    for (let n = 0; n < TURNS; n += 4) {
      const turns = [n, n + 1, n + 2, n + 3].map(turn);
      const { id: conversationId } = conversation;
      await worker.repositories.exchanges.add({ conversationId, turns, narratives: [] }, null);
    }
    await summarise(conversation.id);
    return conversation;
  };
  /** The turns as the transcript has them. */
  const turnsOf = async (id: string) => {
    const transcript = await worker.repositories.transcripts.find(id);
    return (transcript?.turns ?? []).map(({ turnId, speaker, segments }) => ({
      ...{ turnId, speaker, exchange: turnId },
      segmentIds: segments.map((segment) => segment.id),
      text: segments.map(({ raw, corrected, edited }) => edited ?? corrected ?? raw).join(' '),
    }));
  };
  const storedParts = async (id: string): Promise<number> => {
    const { rows } = await worker.database.pool.query(
      'SELECT 1 FROM summary_parts WHERE conversation_id = $1',
      [id],
    );
    return rows.length;
  };

  /** The newest summary is that of all parts of the text as it is now, and so is its coverage. */
  const expectCurrent = async (id: string): Promise<void> => {
    const turns = await turnsOf(id);
    const latest = await worker.repositories.summaries.latest(id);
    const { content, turnCount, evidence } = latest?.summary ?? {};
    const parts = summaryParts(turns, MAX_CHARACTERS);
    const quoted = parts.flatMap((part) => part.slice(0, QUOTED).map(({ text }) => text));
    expect(content?.keyPoints.map(({ text }) => text)).toEqual(quoted);
    expect(turnCount).toBe(turns.length);
    const length = turns.reduce((sum, { text }) => sum + text.length, 0);
    const places = content && citedPlaces(content, turns);
    expect(evidence?.coverage).toEqual(
      content && places && summaryCoverage(content, { length, turnCount: turns.length, places }),
    );
  };

  it('is the same as if all was read, whatever has changed in between', async () => {
    const random = seededRandom(16);
    const { id } = await long();
    await expectCurrent(id);
    const { segments, exchanges, bin, speakers } = worker.repositories;
    const anyOf = <Item>(items: readonly Item[]): Item | undefined =>
      items[Math.floor(random() * items.length)];
    const deleted: string[] = [];
    const changes = [
      async () => {
        const [segmentId] = anyOf(await turnsOf(id))?.segmentIds ?? [];
        const text = `Another text was said here, ${'of another length '.repeat(random() * 20)}.`;
        await segments.edit(id, segmentId ?? '', text);
      },
      async () => {
        const turns = [turn(1_000 + Math.floor(random() * 1_000))];
        await exchanges.add({ conversationId: id, turns, narratives: [] }, null);
      },
      async () => {
        const { rows } = await worker.database.pool.query<{ id: string }>(
          'SELECT id FROM exchanges WHERE conversation_id = $1',
          [id],
        );
        const exchange = anyOf(rows)?.id ?? '';
        deleted.push(exchange);
        await bin.delete({ kind: 'exchange', id: exchange });
      },
      async () => {
        const exchange = deleted.pop();
        if (exchange !== undefined) await bin.restore({ kind: 'exchange', id: exchange });
      },
      async () => {
        const from = anyOf(await turnsOf(id))?.speaker ?? '';
        await speakers.decide(id, { from, to: `${from}a`, merge: false });
        // Names are followed without a summary, so something has to be new.
        const turns = [turn(2_000 + Math.floor(random() * 1_000))];
        await exchanges.add({ conversationId: id, turns, narratives: [] }, null);
      },
    ];
    for (let round = 0; round < 25; round += 1) {
      await changes[round % changes.length]?.();
      await summarise(id);
      await expectCurrent(id);
    }
    expect(await storedParts(id)).toBeGreaterThan(10);
  });

  /** How often all of the text is read at once while something is done. */
  const wholeReadings = async (work: () => Promise<void>): Promise<number> => {
    const start = jest.spyOn(SummariesRepository.prototype, 'start');
    try {
      await work();
      return start.mock.calls.length;
    } finally {
      start.mockRestore();
    }
  };
  const addAndSummarise = async (conversationId: string, n: number): Promise<void> => {
    const turns = [turn(n)];
    await worker.repositories.exchanges.add({ conversationId, turns, narratives: [] }, null);
    await summarise(conversationId);
  };

  it('reads only what was added or changed, and all of it once when nothing is stored', async () => {
    const { id } = await long();
    expect(await wholeReadings(() => addAndSummarise(id, TURNS))).toBe(0);
    await worker.database.pool.query('DELETE FROM engine_answers');
    expect(await wholeReadings(() => addAndSummarise(id, TURNS + 1))).toBe(1);
    await expectCurrent(id);
  });

  it('rests on no part that is stored for another number of turns before it', async () => {
    const { id } = await long();
    await worker.database.pool.query(
      `UPDATE summary_parts SET first_number = first_number + 1, text_hash = 'another'
       WHERE conversation_id = $1 AND first_number > 0`,
      [id],
    );
    // With the hash of another text, nothing would be found, and all would be read at once.
    expect(await wholeReadings(() => addAndSummarise(id, TURNS))).toBe(0);
    await expectCurrent(id);
  });

  it('stores no part of a text that changes while it is summarised', async () => {
    const { id } = await long();
    await worker.database.pool.query('DELETE FROM summary_parts');
    const [first] = await turnsOf(id);
    let isChanged = false;
    worker.language.before = async () => {
      if (isChanged) return;
      isChanged = true;
      await worker.repositories.segments.edit(id, first?.segmentIds[0] ?? '', 'It was changed.');
    };
    await worker.repositories.exchanges.add(
      { conversationId: id, turns: [turn(TURNS)], narratives: [] },
      null,
    );
    await summarise(id);
    expect(isChanged).toBe(true);
    expect(await storedParts(id)).toBe(0);
    await summarise(id);
    await expectCurrent(id);
    expect(await storedParts(id)).toBeGreaterThan(10);
  });
});
