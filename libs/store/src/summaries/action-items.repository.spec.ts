import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ActionItem } from '#contracts/model';
import { anExchange, runOf, TestStore } from '../store.fixture.ts';
import { actionItemId } from './action-item-id.ts';
import { PLAIN_RESULT } from '../summary-result.fixture.ts';

describe('action items', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const item = (text: string, turnId: string): ActionItem => ({
    ...{ text, who: 'Ada', when: null, certainty: 'certain', turnIds: [turnId] },
  });

  /** Writes a summary of a new exchange with action items of the first turn. */
  async function summarise(
    id: string,
    ...texts: readonly string[]
  ): Promise<readonly ActionItem[]> {
    await store.repositories.exchanges.add(anExchange(id, 'I will book the hall.'), null);
    const run = runOf(await store.taken(id, 'summary'));
    const work = await store.repositories.summaries.start(run, 'run-1');
    const actionItems = texts.map((text) => item(text, work?.turns[0]?.turnId ?? ''));
    await store.repositories.summaries.complete(run, {
      ...{
        revision: work?.revision ?? 0,
        engine: 'e',
        ...PLAIN_RESULT,
        turnCount: 1,
        warnings: [],
      },
      content: { overview: '', keyPoints: [], decisions: [], actionItems },
    });
    return actionItems;
  }

  const marks = async (id: string) =>
    (await store.repositories.actionItems.list(id)).marks
      .map(({ text, mark }) => [text, mark])
      .sort();
  const events = async (id: string) => {
    const rows = await store.rows(
      `SELECT data->>'state' AS state FROM events WHERE conversation_id = $1 AND type = 'action_item_marked' ORDER BY sequence`,
      [id],
    );
    return rows.map(({ state }) => state);
  };

  it('that are ticked or removed stay so in every later summary', async () => {
    const id = await store.newConversation();
    const [hall, cake] = await summarise(id, 'Book the hall.', 'Order a cake.', 'Call Tom.');
    const { actionItems } = store.repositories;
    await actionItems.mark(id, actionItemId(hall!), 'done');
    await actionItems.mark(id, actionItemId(cake!), 'removed');
    await summarise(id, 'Call Tom.', 'Order a big cake.', 'Book the hall.');
    expect(await marks(id)).toEqual([
      ['Book the hall.', 'done'],
      ['Order a cake.', 'removed'],
    ]);
    await summarise(id, 'Call Tom.');
    expect(await marks(id)).toEqual([
      ['Book the hall.', 'done'],
      ['Order a cake.', 'removed'],
    ]);
    expect(await events(id)).toEqual(['done', 'removed']);
  });

  it('can be opened again, and marking twice changes nothing', async () => {
    const id = await store.newConversation();
    const [hall] = await summarise(id, 'Book the hall.');
    const { actionItems } = store.repositories;
    const itemId = actionItemId(hall!);
    for (const state of ['removed', 'removed', 'open', 'open'] as const) {
      await actionItems.mark(id, itemId, state);
    }
    expect(await marks(id)).toEqual([]);
    expect(await events(id)).toEqual(['removed', 'open']);
  });

  it('are not found in another conversation', async () => {
    const id = await store.newConversation();
    const [hall] = await summarise(id, 'Book the hall.');
    const other = await store.newConversation();
    const mark = store.repositories.actionItems.mark(other, actionItemId(hall!), 'done');
    await expect(mark).rejects.toMatchObject({ code: 'not_found' });
  });

  it('keep the mark of each of two people who decide at once', async () => {
    const id = await store.newConversation();
    const items = await summarise(id, 'Book the hall.', 'Order a cake.', 'Call the caterer.');
    const { actionItems } = store.repositories;
    await Promise.all(items.map((each) => actionItems.mark(id, actionItemId(each), 'done')));
    expect((await marks(id)).map(([, mark]) => mark)).toEqual(['done', 'done', 'done']);
  });
});
