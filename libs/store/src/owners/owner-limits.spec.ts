import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aClip, anExchange, newOwner, runOf, TestStore } from '../store.fixture.ts';
import { dayOf, OwnerLimitError, tomorrowOf, type OwnerLimits } from './owner-limits.ts';

const MINUTE_MS = 60_000;
const PROBE = {
  container: 'wav',
  codec: 'pcm',
  channels: 1,
  sampleRateHz: 16_000,
  hasVideo: false,
};

describe('the limits of an owner', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  /** Runs work on two gateways with the same limits. */
  const withTwoGateways = async (
    limits: Partial<OwnerLimits>,
    work: (one: TestStore, other: TestStore) => Promise<void>,
  ) => {
    const both = [store.another(limits), store.another(limits)] as const;
    await work(...both);
    await Promise.all(both.map((each) => each.database.close()));
  };
  const outcomesOf = async (requests: readonly Promise<unknown>[]) => {
    const outcomes = await Promise.allSettled(requests);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    return {
      accepted: outcomes.length - refused.length,
      refused: refused.map((r): unknown => r.reason),
    };
  };
  const key = () => ({ scope: 'clips', key: randomUUID(), requestHash: 'h' });
  const useOf = (ownerId: string) => store.repositories.owners.find(ownerId, new Date());

  it('on tasks in flight are exact with two concurrent gateways', async () => {
    const ownerId = newOwner();
    const talks = await Promise.all(
      Array.from({ length: 4 }, () => store.newConversation(ownerId)),
    );
    await withTwoGateways({ tasksInFlight: 7 }, async (one, other) => {
      const requests = talks.flatMap((id) =>
        Array.from({ length: 5 }).flatMap(() =>
          [one, other].map((each) => each.repositories.clips.acceptClip(aClip(id), null)),
        ),
      );
      const { accepted, refused } = await outcomesOf(requests);
      expect([accepted, refused.length]).toEqual([7, 33]);
      for (const reason of refused) expect(reason).toMatchObject({ limit: 'tasksInFlight' });
    });
    expect(await useOf(ownerId)).toMatchObject({ tasksInFlight: 7, bytes: 7000 });
    expect(await store.count('clips', 'conversation_id = ANY($1)', [talks])).toBe(7);
  });

  it('on bytes are exact with two gateways, and give the time until the next day', async () => {
    const ownerId = newOwner();
    const id = await store.newConversation(ownerId);
    await withTwoGateways({ bytesPerDay: 5_500 }, async (one, other) => {
      const requests = Array.from({ length: 10 }).flatMap(() =>
        [one, other].map((each) => each.repositories.clips.acceptClip(aClip(id), null)),
      );
      const { accepted, refused } = await outcomesOf(requests);
      expect(accepted).toBe(5);
      const leftMs = tomorrowOf(new Date()).getTime() - Date.now();
      const [reason] = refused;
      if (!(reason instanceof OwnerLimitError)) throw new Error('nothing was refused by a limit');
      expect(reason).toMatchObject({ code: 'owner_limit_reached', limit: 'bytesPerDay' });
      expect(Math.abs(reason.retryAfterMs - leftMs)).toBeLessThan(60_000);
      // The remaining bytes are enough for a small clip.
      await one.repositories.clips.acceptClip({ ...aClip(id), sizeBytes: 500 }, null);
    });
    expect((await useOf(ownerId)).bytes).toBe(5_500);
  });

  it('count a repeated request once, and answer it although they are reached', async () => {
    const ownerId = newOwner();
    const id = await store.newConversation(ownerId);
    await withTwoGateways({ tasksInFlight: 1 }, async (one, other) => {
      const request = key();
      const first = await one.repositories.clips.acceptClip(aClip(id), request);
      expect(await other.repositories.clips.acceptClip(aClip(id), request)).toBe(first);
      expect(await useOf(ownerId)).toMatchObject({ tasksInFlight: 1, bytes: 1000 });
    });
  });

  it('allow a refused request to be sent again with its key', async () => {
    const id = await store.newConversation(newOwner());
    await withTwoGateways({ tasksInFlight: 1 }, async (one) => {
      const [clipId, request] = [await one.repositories.clips.acceptClip(aClip(id), null), key()];
      const refused = one.repositories.clips.acceptClip(aClip(id), request);
      await expect(refused).rejects.toMatchObject({ code: 'owner_limit_reached' });
      await store.repositories.tasks.requestCancel((await store.taskOf(clipId)).id);
      expect(await one.repositories.clips.acceptClip(aClip(id), request)).not.toBe(clipId);
    });
  });

  it('count the final length of a clip once, however often it is read', async () => {
    const ownerId = newOwner();
    const id = await store.newConversation(ownerId);
    const task = await store.runningTask(id);
    const clipId = task.clipId ?? '';
    await store.repositories.transcriptions.recordProbe(runOf(task), clipId, {
      ...PROBE,
      durationMs: 90_000,
    });
    expect((await useOf(ownerId)).audioMs).toBe(90_000);
    await store.repositories.tasks.end(runOf(task), { state: 'cancelled' });
    await store.repositories.tasks.retry(task.id);
    const again = await store.task(task.id);
    await store.repositories.transcriptions.recordProbe(runOf(again), clipId, {
      ...PROBE,
      durationMs: 90_000,
    });
    expect((await useOf(ownerId)).audioMs).toBe(90_000);
    await store.repositories.tasks.advance(runOf(again), 0, 91_500);
    await store.repositories.transcripts.complete(runOf(again), clipId, nothingHeard);
    expect((await useOf(ownerId)).audioMs).toBe(91_500);
  });

  it('on audio refuse clips once they are reached, and nothing else', async () => {
    const ownerId = newOwner();
    const id = await store.newConversation(ownerId);
    await withTwoGateways({ audioMsPerDay: 2 * MINUTE_MS }, async (one) => {
      await one.repositories.clips.acceptClip(aClip(id), null);
      await store.rows(
        'INSERT INTO owner_usage VALUES ($1, $2, 0, $3) ON CONFLICT (owner_id, day) DO UPDATE SET audio_ms = excluded.audio_ms',
        [ownerId, dayOf(new Date()), 2 * MINUTE_MS],
      );
      const refused = one.repositories.clips.acceptClip(aClip(id), null);
      await expect(refused).rejects.toMatchObject({ limit: 'audioPerDay' });
      await one.repositories.exchanges.add(anExchange(id), null);
    });
  });

  it('reset on the next day', async () => {
    const ownerId = newOwner();
    const id = await store.newConversation(ownerId);
    await store.rows('INSERT INTO owner_usage VALUES ($1, $2, 5000, 0)', [ownerId, '2020-01-01']);
    await withTwoGateways({ bytesPerDay: 1_000 }, async (one) => {
      await one.repositories.clips.acceptClip(aClip(id), null);
      await expect(one.repositories.clips.acceptClip(aClip(id), null)).rejects.toThrow();
    });
  });

  it('apply to typed exchanges, requested tasks and memories', async () => {
    const ownerId = newOwner();
    const id = await store.newConversation(ownerId);
    await store.repositories.exchanges.add(anExchange(id), null);
    const memory = await store.repositories.memories.write(
      { ownerId, narrative: 'Ada: We launch in March.', priorDialogue: [] },
      null,
      false,
    );
    await withTwoGateways({ tasksInFlight: 1 }, async (one) => {
      await one.repositories.clips.acceptClip(aClip(id), null);
      const before = await store.count('events', 'owner_id = $1', [ownerId]);
      const requests = [
        one.repositories.exchanges.add(anExchange(id), key()),
        one.repositories.requestedTasks.create({ type: 'summary', conversationId: id }, key()),
        one.repositories.memories.write({ ...memory, priorDialogue: [] }, key(), true),
        one.repositories.memories.rescore(memory.id),
      ];
      const { refused } = await outcomesOf(requests);
      expect(refused.map((reason) => reason instanceof OwnerLimitError)).toEqual([
        true,
        true,
        true,
        true,
      ]);
      expect(await store.count('events', 'owner_id = $1', [ownerId])).toBe(before);
      // A memory that causes no task is not refused.
      await one.repositories.memories.write({ ...memory, priorDialogue: [] }, null, false);
    });
  });

  it('do not affect other owners', async () => {
    const [mine, theirs] = [
      await store.newConversation(newOwner()),
      await store.newConversation(newOwner()),
    ];
    await withTwoGateways({ tasksInFlight: 1, bytesPerDay: 1_000 }, async (one, other) => {
      await one.repositories.clips.acceptClip(aClip(mine), null);
      await other.repositories.clips.acceptClip(aClip(theirs), null);
    });
  });
});

/** A clip without speech. */
async function* nothingHeard() {
  await Promise.resolve();
  return { engine: 'none', segmentCount: 0, wordCount: 0, narratives: [], warnings: [] };
}
