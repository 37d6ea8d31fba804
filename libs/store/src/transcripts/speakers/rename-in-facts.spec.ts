import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SpeakerTalk } from '#contracts/model';
import { hashedId } from '../../database/ids.ts';
import { aFact, aReading, newProject, newReport, takenOfProject } from '../../projects.fixture.ts';
import { anExchange, TestStore } from '../../store.fixture.ts';

const talkOf = (speaker: string): SpeakerTalk => ({
  ...{ speaker, turns: 1, words: 4, spokenMs: 0, sentences: 1, questions: 0 },
});

describe('facts of people who are called otherwise', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  /** A talk of Ada and Tom in a project, and a report of it and of another source. */
  async function aProject() {
    const { conversations, exchanges, reportRuns } = store.repositories;
    const { id: projectId, ownerId } = await newProject(store);
    const begin = async () => {
      const given = { ownerId, title: 'Costs', tags: [], projectId };
      const { id } = await conversations.create(given, null);
      const { turns, ...rest } = anExchange(id, 'We paid 300.', 'Ada will call.');
      const named = turns.map((turn, n) => ({ ...turn, speaker: n === 0 ? 'Ada' : 'Tom' }));
      await exchanges.add({ ...rest, turns: named }, null);
      const fact = (position: number, speaker: string, label: string) =>
        aFact(id, {
          ...{ id: hashedId('fact', `${id} ${position}`), position, speaker, who: 'Ada', label },
          quote: 'Ada will call',
        });
      const facts = [fact(0, 'Ada', 'cables'), fact(1, 'Tom', 'call of Ada to Adam')];
      const talk = [talkOf('Ada'), talkOf('Tom')];
      await reportRuns.keepReading(aReading(projectId, id, { facts, talk, revision: 1 }));
      return id;
    };
    const [id, other] = [await begin(), await begin()];
    await newReport(store, projectId);
    return { projectId, id, other };
  }
  const factsOf = async (projectId: string, sourceId: string) => {
    const { items } = await store.repositories.facts.list(projectId, { limit: 10 });
    const own = items.filter((fact) => fact.sourceId === sourceId);
    return own.map(({ who, speaker, label, quote }) => [who, speaker, label, quote]);
  };

  it('have the new name at once, and a report is made of them without reading anything', async () => {
    const { projectId, id, other } = await aProject();
    const { facts, reportRuns, speakers } = store.repositories;
    const before = await factsOf(projectId, other);
    const decided = hashedId('fact', `${id} 0`);
    const correction = { who: 'Ada', label: 'wires of Ada' };
    await facts.decide(projectId, decided, { kind: 'corrected', correction });
    await newReport(store, projectId);
    await speakers.decide(id, { from: 'Ada', to: 'Ada King', merge: false });
    expect(await factsOf(projectId, id)).toEqual([
      ['Ada King', 'Ada King', 'cables', 'Ada will call'],
      ['Ada King', 'Tom', 'call of Ada King to Adam', 'Ada will call'],
    ]);
    expect(await factsOf(projectId, other)).toEqual(before);
    expect((await facts.find(projectId, decided)).decision).toEqual({
      kind: 'corrected',
      correction: { who: 'Ada King', label: 'wires of Ada King' },
    });
    const task = await takenOfProject(store, projectId, 'agent_report');
    const work = await reportRuns.start({ taskId: task.id, attempt: 1 }, 'run-1');
    if (work === null) throw new Error('there is no report to make');
    const [read] = await store.rows(
      'SELECT revision, talk FROM read_sources WHERE source_id = $1',
      [id],
    );
    expect(read).toEqual({ revision: 1, talk: [talkOf('Ada King'), talkOf('Tom')] });
    expect((await store.repositories.conversations.find(id))?.revision).toBe(1);
  });

  it('change nothing, and ask for no report, where nobody has the name', async () => {
    const { projectId, id } = await aProject();
    const { speakers } = store.repositories;
    await speakers.decide(id, { from: 'Tom', to: 'Thomas', merge: false });
    const [changed] = await store.rows('SELECT wanted FROM project_agents WHERE project_id = $1', [
      projectId,
    ]);
    expect(changed).toEqual({ wanted: 1 });
    await store.rows('DELETE FROM read_sources WHERE source_id = $1', [id]);
    await speakers.decide(id, { from: 'Thomas', to: 'Tom', merge: false });
    const [same] = await store.rows('SELECT wanted FROM project_agents WHERE project_id = $1', [
      projectId,
    ]);
    expect(same).toEqual({ wanted: 1 });
  });
});
