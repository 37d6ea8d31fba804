import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { SpokenText } from '#contracts/model';
import { EngineAnswersRepository } from '#store';
import type { TestConversation } from '../test-conversation.fixture.ts';
import { TestWorker } from '../worker.fixture.ts';

const EXCHANGES = 200;
const MAX_CHARACTERS = 2_000;
const LENGTH = 100;

const exchange = (n: number): SpokenText => ({
  speaker: n % 2 === 0 ? 'Ada' : 'Tom',
  text: `This is what was said in exchange ${n}. `.padEnd(LENGTH, 'and more '),
});

describe('summaries of a long conversation', () => {
  let worker: TestWorker;
  beforeAll(async () => {
    worker = await TestWorker.open();
  });
  afterAll(() => worker.close());
  beforeEach(() => {
    worker.reset();
    worker.language.maxSummaryCharacters = MAX_CHARACTERS;
  });

  const summarise = async ({ runs }: TestConversation): Promise<void> => {
    const run = runs.get('summary');
    if (run === undefined) throw new Error('there is no summary to make');
    await worker.run((all) => all.summariseConversation(run));
  };
  const say = async ({ id }: TestConversation, turn: SpokenText): Promise<TestConversation> => {
    await worker.repositories.exchanges.add(
      { conversationId: id, turns: [turn], narratives: [] },
      null,
    );
    return { id, runs: await worker.takeWork(id) };
  };
  /** The characters that the engine has read since the last call. */
  const read = (): number => {
    const turns = worker.language.summaries.splice(0).flatMap((request) => request.turns);
    return turns.reduce((sum, { text }) => sum + text.length, 0);
  };
  const long = () =>
    worker.newConversation(...Array.from({ length: EXCHANGES }, (_, n) => exchange(n)));
  const storedFor = async (id: string): Promise<number> => {
    const { rows } = await worker.database.pool.query<{ count: string }>(
      'SELECT count(*) FROM engine_answers JOIN engine_answer_uses USING (key) WHERE used_by = $1',
      [id],
    );
    return Number(rows[0]?.count);
  };

  it.each([
    ['a model', true],
    ['an engine that is not costly', false],
  ])('cost what is new, with %s', async (_name, costly) => {
    worker.language.costly = costly;
    const conversation = await long();
    await summarise(conversation);
    expect(read()).toBeGreaterThanOrEqual(EXCHANGES * LENGTH);
    for (let n = EXCHANGES; n < EXCHANGES + 3; n += 1) {
      await summarise(await say(conversation, exchange(n)));
      expect(read()).toBeLessThanOrEqual(MAX_CHARACTERS);
    }
    const latest = await worker.repositories.summaries.latest(conversation.id);
    expect(latest?.summary.turnCount).toBe(EXCHANGES + 3);
    expect(latest?.summary.content.keyPoints).toHaveLength(EXCHANGES + 3);
  });

  it('are looked up together, and only what has changed is combined again', async () => {
    worker.language.costly = false;
    const conversation = await long();
    await summarise(conversation);
    const find = jest.spyOn(EngineAnswersRepository.prototype, 'find');
    const findMany = jest.spyOn(EngineAnswersRepository.prototype, 'findMany');
    await summarise(await say(conversation, exchange(EXCHANGES)));
    const single = find.mock.calls.length;
    const several = findMany.mock.calls.filter(([keys]) => keys.length > 1);
    find.mockRestore();
    findMany.mockRestore();
    // A part or a group that has just become whole is looked up once more by itself.
    expect(single).toBeLessThanOrEqual(3);
    expect(several.length).toBeGreaterThan(0);
  });

  it('read what a person has changed again, and little else', async () => {
    const conversation = await long();
    await summarise(conversation);
    read();
    const transcript = await worker.repositories.transcripts.find(conversation.id);
    const segment = transcript?.turns[30]?.segments[0];
    await worker.repositories.segments.edit(
      conversation.id,
      segment?.id ?? '',
      'Something else was said, and at some greater length than before, in that exchange.',
    );
    await summarise({ id: conversation.id, runs: await worker.takeWork(conversation.id) });
    const characters = read();
    expect(characters).toBeGreaterThan(0);
    expect(characters).toBeLessThan(6 * MAX_CHARACTERS);
  });

  it('leave nothing behind when the conversation is purged', async () => {
    worker.language.costly = false;
    const conversation = await long();
    await summarise(conversation);
    expect(await storedFor(conversation.id)).toBeGreaterThan(5);
    const { bin, binPurge } = worker.repositories;
    await bin.delete({ kind: 'conversation', id: conversation.id });
    await binPurge.purge(conversation.id, new Date(Date.now() + 60_000));
    expect(await storedFor(conversation.id)).toBe(0);
  });

  it('store nothing of a conversation that is one part, with an engine that is not costly', async () => {
    worker.language.costly = false;
    const conversation = await worker.newConversation(exchange(1), exchange(2));
    await summarise(conversation);
    expect(await storedFor(conversation.id)).toBe(0);
  });
});
