import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aScore, PinOwner } from './pins.fixture.ts';
import { A_FAILURE, anExchange, newOwner, runOf, TestStore } from '../store.fixture.ts';

describe('scoring', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  const eventsOf = (memoryId: string, type: string) =>
    store.count('events', `type = $1 AND data->>'memoryId' = $2`, [type, memoryId]);

  describe('works on', () => {
    it('the memories of its task, with the dialogue before them', async () => {
      const id = await store.newConversation();
      await store.repositories.exchanges.add(anExchange(id, 'Hello.', 'teh date?'), null);
      await store.rows(`UPDATE segments SET corrected = 'The date?' WHERE raw = 'teh date?'`);
      const posted = anExchange(id, 'We launch in March, whatever comes.');
      const { memoryIds } = await store.repositories.exchanges.add(posted, null);
      const task = await store.taken(id, 'significance');
      const work = await store.repositories.scoring.start(runOf(task), 'run-1');
      expect(work?.memories).toEqual([
        {
          memoryId: memoryIds[0],
          narrative: 'Ada: We launch in March, whatever comes.',
          priorDialogue: [
            { speaker: 'Ada', text: 'Hello.' },
            { speaker: 'Ada', text: 'The date?' },
          ],
        },
      ]);
      expect(await store.task(task.id)).toMatchObject({ state: 'running', step: 'score' });
    });

    it('the last six turns before, each truncated to its end', async () => {
      const id = await store.newConversation();
      const texts = Array.from({ length: 8 }, (_, number) => `${'so '.repeat(300)}${number}`);
      await store.repositories.exchanges.add({ ...anExchange(id, ...texts), narratives: [] }, null);
      await store.repositories.exchanges.add(anExchange(id), null);
      const task = await store.taken(id, 'significance');
      const [memory] =
        (await store.repositories.scoring.start(runOf(task), 'run-1'))?.memories ?? [];
      const said = memory?.priorDialogue.map(({ text }) => text) ?? [];
      expect(said.map((text) => text.at(-1))).toEqual(['2', '3', '4', '5', '6', '7']);
      expect(said.every((text) => text.length === 500)).toBe(true);
    });

    it('the dialogue that an application provided, unchanged', async () => {
      const priorDialogue = [{ speaker: 'Bot', text: 'And then?' }];
      const given = { ownerId: newOwner(), narrative: 'Ada moved to Rome.', priorDialogue };
      const { significanceTaskId } = await store.repositories.memories.write(given, null, true);
      const task = await store.task(significanceTaskId ?? '');
      expect(await store.repositories.scoring.start(runOf(task), 'run-1')).toMatchObject({
        memories: [{ priorDialogue }],
      });
    });

    it('only memories that it has not scored yet, also when it is retried', async () => {
      const owner = new PinOwner(store);
      const ids = await owner.memories(3);
      const task = await owner.scoringOf(ids);
      await store.repositories.scoring.save(runOf(task), [aScore(ids[0]!, 1)], null);
      await store.repositories.tasks.end(runOf(task), A_FAILURE);
      await store.repositories.tasks.retry(task.id);
      const rest = await store.repositories.scoring.start({ taskId: task.id, attempt: 2 }, 'run-2');
      expect(rest?.memories.map(({ memoryId }) => memoryId)).toEqual(ids.slice(1));
    });

    it('all memories again each time it is retried with other settings', async () => {
      const owner = new PinOwner(store);
      const ids = await owner.memories(2);
      const task = await owner.scoringOf(ids);
      await store.repositories.scoring.save(runOf(task), [aScore(ids[0]!, 1)], null);
      await store.repositories.tasks.end(runOf(task), A_FAILURE);
      const scoreWith = async (engine: string) => {
        const run = runOf(await store.repositories.tasks.retry(task.id, { engine }));
        const work = await store.repositories.scoring.start(run, 'run');
        const scores = ids.map((id) => ({ ...aScore(id, 2), engine }));
        await store.repositories.scoring.save(run, scores, { warnings: [] });
        expect(work?.settings).toEqual({ engine });
        return work?.memories.map(({ memoryId }) => memoryId);
      };
      for (const engine of ['openai-compatible', 'builtin', 'openai-compatible']) {
        expect(await scoreWith(engine)).toEqual(ids);
        expect(await owner.memory(ids[0]!)).toMatchObject({ engine, significance: 2 });
      }
      expect(await eventsOf(ids[0]!, 'memory_significance_set')).toBe(4);
    });

    it('nothing once the run has ended', async () => {
      const owner = new PinOwner(store);
      const task = await owner.scoringOf(await owner.memories(1));
      await store.repositories.tasks.end(runOf(task), { state: 'cancelled' });
      expect(await store.repositories.scoring.start(runOf(task), 'run-1')).toBeNull();
    });
  });

  it('stores score, reason, engine and rubric, updates progress, and completes', async () => {
    const owner = new PinOwner(store);
    const ids = await owner.memories(2);
    const task = await owner.scoringOf(ids);
    await store.repositories.scoring.save(runOf(task), [aScore(ids[0]!, 2)], null);
    expect(await store.task(task.id)).toMatchObject({ state: 'running', done: 1 });
    const warnings = [{ code: 'memory_not_scored', message: 'One could not be scored.' }] as const;
    await store.repositories.scoring.save(runOf(task), [], { warnings });
    expect(await store.task(task.id)).toMatchObject({ state: 'completed', done: 1, warnings });
    const memory = await owner.memory(ids[0]!);
    const { memoryId: _, value, ...score } = aScore(ids[0]!, 2);
    expect(memory).toMatchObject({ ...score, significanceValue: value, pinned: false });
    expect(memory.scoredAt).toBeInstanceOf(Date);
    expect(await owner.memory(ids[1]!)).toMatchObject({ significance: null, scoredAt: null });
  });

  it('scores a memory once per task, however often its score is saved', async () => {
    const owner = new PinOwner(store);
    const [id = ''] = await owner.memories(1);
    const run = runOf(await owner.scoringOf([id]));
    const save = () => store.repositories.scoring.save(run, [aScore(id)], null);
    expect(await Promise.all([save(), save(), save()])).toEqual([true, true, true]);
    await store.repositories.scoring.save(run, [aScore(id, 0)], { warnings: [] });
    expect(await owner.memory(id)).toMatchObject({ significance: 3, pinned: true });
    expect(await eventsOf(id, 'memory_significance_set')).toBe(1);
    expect(await eventsOf(id, 'memory_pin_changed')).toBe(1);
    expect(await store.task(run.taskId)).toMatchObject({ done: 1, state: 'completed' });
  });

  it('writes nothing for a run that has already ended', async () => {
    const owner = new PinOwner(store);
    const [id = ''] = await owner.memories(1);
    const run = runOf(await owner.scoringOf([id]));
    await store.repositories.tasks.end(run, { state: 'cancelled' });
    expect(await store.repositories.scoring.save(run, [aScore(id)], { warnings: [] })).toBe(false);
    expect(await owner.memory(id)).toMatchObject({ significance: null, pinned: false });
  });

  it('skips a memory that another task scores by now', async () => {
    const owner = new PinOwner(store);
    const ids = await owner.memories(2);
    const early = runOf(await owner.scoringOf(ids));
    const late = await store.repositories.memories.rescore(ids[0]!);
    await store.repositories.scoring.save(early, [aScore(ids[0]!), aScore(ids[1]!, 1)], {
      warnings: [],
    });
    expect(await owner.memory(ids[0]!)).toMatchObject({ significance: null, pinned: false });
    expect(await eventsOf(ids[0]!, 'memory_significance_set')).toBe(0);
    expect(await owner.memory(ids[1]!)).toMatchObject({ significance: 1 });
    await store.repositories.scoring.start(runOf(late), 'run-1');
    await store.repositories.scoring.save(runOf(late), [aScore(ids[0]!, 2)], { warnings: [] });
    expect(await owner.memory(ids[0]!)).toMatchObject({ significance: 2 });
  });

  describe('pins', () => {
    it('only pivotal memories', async () => {
      const owner = new PinOwner(store);
      const ids = await owner.memories(4);
      for (const significance of [0, 1, 2, 3] as const) {
        await owner.score([ids[significance]!], significance);
      }
      expect(await owner.pins()).toEqual([ids[3]]);
      expect(await owner.memory(ids[3]!)).toMatchObject({ pinned: true, autoPinned: true });
      const [event] = await store.rows(
        `SELECT data, task_id FROM events WHERE type = 'memory_pin_changed' AND owner_id = $1`,
        [owner.ownerId],
      );
      expect(event?.['data']).toEqual({ memoryId: ids[3], pinned: true, autoPinned: true });
      expect(event?.['task_id']).not.toBeNull();
    });

    it.each(['score', 'scoreTogether'] as const)(
      'eight at most; then it evicts the oldest right before it adds a pin (%s)',
      async (score) => {
        const owner = new PinOwner(store);
        const ids = await owner.memories(10);
        await owner[score](ids);
        expect(await owner.pins()).toEqual(ids.slice(2));
        const set = ids.map((id) => `+${id}`);
        expect(await owner.changes()).toEqual([
          ...set.slice(0, 8),
          `-${ids[0]}`,
          set[8],
          `-${ids[1]}`,
          set[9],
        ]);
        expect(await owner.memory(ids[0]!)).toMatchObject({ pinned: false, autoPinned: false });
      },
    );

    it('and evicts by creation, then by id, not by the time of the pin', async () => {
      const owner = new PinOwner(store);
      const ids = await owner.memories(11);
      const [first, second, third] = ids;
      await store.rows(
        `UPDATE memories SET created_at = timestamptz '2026-01-02' WHERE owner_id = $1`,
        [owner.ownerId],
      );
      await store.rows(
        `UPDATE memories SET created_at = timestamptz '2026-01-01' WHERE id = ANY($1)`,
        [[second, third]],
      );
      await owner.score([...ids.slice(0, 8)].reverse());
      await owner.score(ids.slice(8));
      const gone = (await owner.changes()).filter((change) => change.startsWith('-'));
      expect(gone).toEqual([`-${second}`, `-${third}`, `-${first}`]);
    });

    it('and counts manual pins, but never evicts them', async () => {
      const owner = new PinOwner(store);
      const ids = await owner.memories(12);
      for (const id of ids.slice(0, 3)) await store.repositories.memories.setPin(id, true);
      await owner.scoreTogether(ids.slice(3));
      expect(await owner.pins()).toEqual([...ids.slice(0, 3), ...ids.slice(7)]);
    });

    it('over the cap when there is nothing to evict, and keeps the new pin', async () => {
      const owner = new PinOwner(store);
      const ids = await owner.memories(11);
      for (const id of ids.slice(0, 9)) await store.repositories.memories.setPin(id, true);
      await owner.score([ids[9]!]);
      expect(await owner.pins()).toEqual(ids.slice(0, 10));
      await owner.score([ids[10]!]);
      expect(await owner.pins()).toEqual([...ids.slice(0, 9), ids[10]]);
    });

    it('a memory older than all others, which stays when it was just pinned', async () => {
      const owner = new PinOwner(store);
      const ids = await owner.memories(9);
      await owner.scoreTogether(ids.slice(1));
      await owner.score([ids[0]!]);
      expect(await owner.pins()).toEqual([ids[0], ...ids.slice(2)]);
    });

    it('a memory once, without a pin event when it is scored again', async () => {
      const owner = new PinOwner(store);
      const ids = await owner.memories(1);
      await owner.score(ids);
      await owner.score(ids);
      expect(await owner.changes()).toEqual([`+${ids[0]}`]);
      expect(await eventsOf(ids[0]!, 'memory_significance_set')).toBe(2);
    });

    it('an evicted memory again when it is pivotal again', async () => {
      const owner = new PinOwner(store);
      const ids = await owner.memories(9);
      await owner.scoreTogether(ids);
      await owner.score([ids[0]!]);
      expect(await owner.pins()).toEqual([ids[0], ...ids.slice(2)]);
    });

    it('nothing that a person has unpinned, and keeps what a person has pinned', async () => {
      const owner = new PinOwner(store);
      const [up = '', down = ''] = await owner.memories(2);
      await owner.score([up, down]);
      await store.repositories.memories.setPin(up, true);
      await store.repositories.memories.setPin(down, false);
      await owner.score([up], 0);
      await owner.score([down], 3);
      expect(await owner.pins()).toEqual([up]);
      expect(await owner.memory(up)).toMatchObject({ significance: 0, autoPinned: false });
      expect(await owner.memory(down)).toMatchObject({ significance: 3, decidedByPerson: true });
    });

    it('one of several that say the same, also in one transaction, until its pin is gone', async () => {
      const owner = new PinOwner(store);
      const news = ['Tom: She said yes!', 'Tom: she said yes', 'Tom: Then she said no.'];
      const [first = '', same = '', other = ''] = await owner.remember(news);
      await owner.scoreTogether([first, same, other]);
      expect(await owner.pins()).toEqual([first, other].sort());
      const [later = ''] = await owner.remember(['Tom: SHE SAID YES']);
      await owner.score([later]);
      expect(await owner.pins()).toEqual([first, other].sort());
      await store.repositories.memories.setPin(first, false);
      await owner.score([later]);
      expect(await owner.pins()).toEqual([later, other].sort());
    });

    it('for each owner separately', async () => {
      const [one, other] = [new PinOwner(store), new PinOwner(store)];
      const [mine, theirs] = [await one.memories(8), await other.memories(8)];
      await one.scoreTogether(mine);
      await other.scoreTogether(theirs);
      expect([await one.pins(), await other.pins()]).toEqual([mine, theirs]);
    });

    it('at most eight at every event, while ten tasks score memories and people pin', async () => {
      const owner = new PinOwner(store);
      const ids = await owner.memories(50);
      const people = await owner.memories(4);
      const processes = [1, 2, 3].map(() => store.another());
      const batches = Array.from({ length: 10 }, (_, index) => ids.slice(index * 5, index * 5 + 5));
      const tasks = await Promise.all(batches.map((batch) => owner.scoringOf(batch)));
      const scoring = batches.map(async (batch, index) => {
        const { scoring } = processes[index % 3]!.repositories;
        const run = runOf(tasks[index]!);
        await scoring.save(
          run,
          batch.slice(0, 2).map((id) => aScore(id)),
          null,
        );
        await scoring.save(
          run,
          batch.map((id) => aScore(id)),
          { warnings: [] },
        );
      });
      await Promise.all([
        ...scoring,
        ...people.map((id) => store.repositories.memories.setPin(id, true)),
      ]);
      await Promise.all(processes.map((process) => process.close()));
      const { pins, counts } = await owner.replay();
      expect(Math.max(...counts)).toBe(8);
      expect(pins).toEqual(await owner.pins());
      expect(pins).toHaveLength(8);
      expect(pins).toEqual(expect.arrayContaining([...people]));
      const scored = `owner_id = $1 AND type = 'memory_significance_set'`;
      expect(await store.count('events', scored, [owner.ownerId])).toBe(50);
    });
  });
});
