import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { FactDecision } from '#contracts/model';
import { hashedId } from '../database/ids.ts';
import { aFact, aReading, newProject } from '../projects.fixture.ts';
import { TestStore } from '../store.fixture.ts';

describe('facts', () => {
  let store: TestStore;
  let projectId: string;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  beforeEach(async () => {
    projectId = (await newProject(store)).id;
  });
  afterAll(() => store.close());

  const idOf = (sourceId: string, position: number) =>
    hashedId('fact', `${projectId} ${sourceId} ${position}`);

  /** Reads a source that states some facts, the first on 3 November and each a day later. */
  /** Only what is there is read. */
  async function beginConversation(id: string): Promise<void> {
    const like = await store.newConversation();
    await store.rows(
      `INSERT INTO conversations
       SELECT made.* FROM conversations AS c,
         jsonb_populate_record(c, jsonb_build_object('id', $1::text)) AS made
       WHERE c.id = $2 ON CONFLICT DO NOTHING`,
      [id, like],
    );
  }

  async function read(sourceId: string, count: number, agent = 'financial'): Promise<void> {
    await beginConversation(sourceId);
    const facts = Array.from({ length: count }, (_empty, position) =>
      aFact(sourceId, {
        ...{ id: idOf(`${agent} ${sourceId}`, position), position, type: 'expense' },
        saidAt: new Date(Date.UTC(2026, 10, 3 + position)),
      }),
    );
    const reading = aReading(projectId, sourceId, { agent, facts });
    await store.repositories.reportRuns.keepReading(reading);
  }

  const decide = (id: string, decision: FactDecision | null) =>
    store.repositories.facts.decide(projectId, id, decision);

  it('are listed in the order in which they were said, in pages, by agent and type', async () => {
    await read('cnv_1', 3);
    await read('cnv_2', 2);
    await read('cnv_1', 1, 'performance');
    const { facts } = store.repositories;
    const days = [];
    let cursor: string | undefined;
    do {
      const page = await facts.list(projectId, { agent: 'financial', limit: 2, cursor });
      days.push(...page.items.map(({ saidAt, sourceId }) => `${saidAt.getUTCDate()} ${sourceId}`));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(days).toEqual(['3 cnv_1', '3 cnv_2', '4 cnv_1', '4 cnv_2', '5 cnv_1']);
    const none = await facts.list(projectId, { type: 'income', limit: 10 });
    expect(none.items).toEqual([]);
  });

  it('are listed on from a fact that was removed meanwhile', async () => {
    await read('cnv_1', 3);
    const { facts } = store.repositories;
    const first = await facts.list(projectId, { limit: 1 });
    await store.rows('DELETE FROM facts WHERE id = $1', [first.items[0]?.id]);
    const rest = await facts.list(projectId, { limit: 5, cursor: first.nextCursor ?? '' });
    expect(rest.items).toHaveLength(2);
  });

  it('keep what people decided when their source is read again', async () => {
    await read('cnv_1', 2);
    const id = idOf('financial cnv_1', 0);
    expect(await decide(id, { kind: 'rejected' })).toMatchObject({
      decision: { kind: 'rejected' },
    });
    await read('cnv_1', 1);
    expect(await store.repositories.facts.find(projectId, id)).toMatchObject({
      decision: { kind: 'rejected' },
    });
    expect(await decide(id, null)).toMatchObject({ decision: null });
    const events = await store.rows(
      `SELECT data->>'kind' AS kind FROM events WHERE type = 'fact_decided'
       AND data->>'factId' = '${id}' ORDER BY sequence`,
    );
    expect(events).toEqual([{ kind: 'rejected' }, { kind: null }]);
  });

  it('can only be the same as a fact of the same agent and project', async () => {
    await read('cnv_1', 2);
    await read('cnv_1', 1, 'performance');
    const [one, other] = [idOf('financial cnv_1', 0), idOf('financial cnv_1', 1)];
    expect(await decide(one, { kind: 'sameAs', factId: other })).toMatchObject({
      decision: { kind: 'sameAs', factId: other },
    });
    const foreign = idOf('performance cnv_1', 0);
    await expect(decide(one, { kind: 'sameAs', factId: foreign })).rejects.toMatchObject({
      code: 'not_found',
    });
    const elsewhere = (await newProject(store)).id;
    await expect(
      store.repositories.facts.decide(elsewhere, one, { kind: 'confirmed' }),
    ).rejects.toMatchObject({ code: 'not_found' });
  });
});
