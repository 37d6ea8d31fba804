import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestStore } from '../store.fixture.ts';

describe('answers of engines', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const made = (key: string, answer: unknown) => ({ key, engine: 'instant', answer });
  const timesMade = async (key: string) => {
    const [row] = await store.rows('SELECT times_made FROM engine_answers WHERE key = $1', [key]);
    return Number(row?.['times_made']);
  };

  it('are found again under their key, unchanged', async () => {
    const answer = { overview: 'Größe “ok”', points: [1, null, { deep: true }] };
    await store.repositories.answers.save(made('question', answer), 'tsk_1');
    expect(await store.repositories.answers.find('question', 'tsk_1')).toEqual(answer);
    expect(await timesMade('question')).toBe(1);
  });

  it('are undefined for an unknown key', async () => {
    expect(await store.repositories.answers.find('another', 'tsk_1')).toBeUndefined();
  });

  it('are not replaced when the same key is saved again, which is counted', async () => {
    await store.repositories.answers.save(made('twice', 'first'), 'tsk_1');
    await Promise.all(
      [1, 2, 3].map((time) => store.repositories.answers.save(made('twice', time), 'tsk_1')),
    );
    expect(await store.repositories.answers.find('twice', 'tsk_1')).toBe('first');
    expect(await timesMade('twice')).toBe(4);
  });

  it('go with the last conversation that has used them, and those that nothing uses in time', async () => {
    const { answers, bin, binPurge } = store.repositories;
    const [first, second] = [await store.newConversation(), await store.newConversation()];
    const { id: taskId } = await store.runningTask(first);
    await answers.save(made('of-task', 1), taskId);
    await answers.saveMany([made('of-both', 1), made('of-second', 1)], first);
    await answers.findMany(['of-both', 'of-second'], second);
    await answers.save(made('of-nobody', 1), 'tsk_gone');
    const kept = async () => {
      const rows = await store.rows(`SELECT key FROM engine_answers WHERE key LIKE 'of-%'`);
      return rows.map(({ key }) => String(key)).sort();
    };
    await bin.delete({ kind: 'conversation', id: first });
    await answers.removeUnused(new Date(0));
    expect(await kept()).toEqual(['of-both', 'of-nobody', 'of-second', 'of-task']);
    const soon = new Date(Date.now() + 60_000);
    await binPurge.purge(first, soon);
    expect(await kept()).toEqual(['of-both', 'of-nobody', 'of-second']);
    await answers.removeUnused(soon);
    expect(await kept()).toEqual(['of-both', 'of-second']);
    await bin.delete({ kind: 'conversation', id: second });
    await binPurge.purge(second, soon);
    expect(await kept()).toEqual([]);
    expect(await store.count('engine_answer_uses', 'used_by = $1', [second])).toBe(0);
  });
});
