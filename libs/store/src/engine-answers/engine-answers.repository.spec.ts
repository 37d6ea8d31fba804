import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestStore } from '../store.fixture.ts';

describe('answers of engines', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const timesMade = async (key: string) => {
    const [row] = await store.rows('SELECT times_made FROM engine_answers WHERE key = $1', [key]);
    return Number(row?.['times_made']);
  };

  it('are found again under their key, unchanged', async () => {
    const answer = { overview: 'Größe “ok”', points: [1, null, { deep: true }] };
    await store.repositories.answers.save('question', 'instant', answer);
    expect(await store.repositories.answers.find('question')).toEqual(answer);
    expect(await timesMade('question')).toBe(1);
  });

  it('are undefined for an unknown key', async () => {
    expect(await store.repositories.answers.find('another')).toBeUndefined();
  });

  it('are not replaced when the same key is saved again, which is counted', async () => {
    await store.repositories.answers.save('twice', 'instant', 'first');
    await Promise.all(
      [1, 2, 3].map((time) => store.repositories.answers.save('twice', 'instant', time)),
    );
    expect(await store.repositories.answers.find('twice')).toBe('first');
    expect(await timesMade('twice')).toBe(4);
  });
});
