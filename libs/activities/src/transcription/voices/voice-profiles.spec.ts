import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DEFAULT_SPEAKER } from '#contracts/model';
import { suggestNames } from '#domain';
import { spoken } from '../../scripted-engine.fixture.ts';
import { TestWorker } from '../../worker.fixture.ts';
import { transcribeRun } from './transcribe-run.fixture.ts';

const OWNER = 'ada';
/** Words for four seconds. */
const LONG = Array.from({ length: 40 }, (_, n) => `word${n}`).join(' ');

describe('voices that people have named', () => {
  let worker: TestWorker;
  beforeAll(async () => {
    worker = await TestWorker.open();
  });
  beforeEach(async () => {
    worker.reset();
    worker.engine.hears = ({ startMs }) => [
      spoken(`we begin with this ${LONG}`, startMs),
      spoken(`and go on with that ${LONG}`, startMs + 5_000),
    ];
    await worker.repositories.ownerSettings.change(OWNER, { voiceProfiles: true });
    await worker.repositories.voiceProfiles.removeAll(OWNER);
  });
  afterAll(() => worker.close());

  /** Two voices take turns twice, Speaker 1 and Speaker 2. */
  async function aTalk(first: number, second: number): Promise<string> {
    if (worker.voiceEngine)
      worker.voiceEngine.whose = (atMs) => (atMs % 10_000 < 5_000 ? first : second);
    const run = await worker.newRun(randomBytes(16), {}, DEFAULT_SPEAKER);
    await transcribeRun(worker, run);
    return (await worker.task(run)).conversationId ?? '';
  }
  const decide = (id: string, from: string, to: string, merge = false) =>
    worker.repositories.speakers.decide(id, { from, to, merge });
  const undoLast = async (id: string) => {
    const found = await worker.repositories.speakers.find(id);
    const last = found?.changes.find(({ undoneAt }) => undoneAt === null);
    await worker.repositories.speakers.undo(id, last?.id ?? '');
  };
  const profiles = async () =>
    (await worker.repositories.voiceProfiles.list({ ownerId: OWNER, limit: 100 })).items;
  const namesKnown = async () => (await profiles()).map(({ name }) => name);
  const suggestions = async (id: string, ownerId = OWNER) => {
    const known = await worker.repositories.voiceProfiles.unnamed({ id, ownerId });
    if (known === null) return [];
    const all = suggestNames(known.voices, known.profiles, known.rejected);
    return all.map(({ voiceLabel, name }) => `${voiceLabel} sounds like ${name}`);
  };

  it('are suggested in a later recording, and never given', async () => {
    const one = await aTalk(0, 1);
    await decide(one, 'Speaker 2', 'Grace');
    expect(await profiles()).toMatchObject([
      { ownerId: OWNER, conversationId: one, voiceLabel: 'Speaker 2', name: 'Grace' },
    ]);
    const two = await aTalk(1, 2);
    expect(await suggestions(two)).toEqual(['Speaker 1 sounds like Grace']);
    const heard = await worker.repositories.speakers.find(two);
    expect(new Set(heard?.pieces.map(({ speaker }) => speaker))).toEqual(
      new Set(['Speaker 1', 'Speaker 2']),
    );
    await decide(two, 'Speaker 1', 'Grace');
    expect(await suggestions(two)).toEqual([]);
    await undoLast(two);
    expect(await suggestions(two)).toEqual(['Speaker 1 sounds like Grace']);
  });

  it('are neither learned nor suggested unless their owner has asked for it', async () => {
    const { ownerSettings, voiceProfiles } = worker.repositories;
    expect(await ownerSettings.find('nobody')).toMatchObject({ voiceProfiles: false });
    await ownerSettings.change(OWNER, { voiceProfiles: false });
    const one = await aTalk(0, 1);
    await decide(one, 'Speaker 2', 'Grace');
    expect(await profiles()).toEqual([]);
    await ownerSettings.change(OWNER, { voiceProfiles: true });
    await decide(one, 'Speaker 1', 'Tom');
    expect(await namesKnown()).toEqual(['Tom']);
    const two = await aTalk(0, 2);
    await ownerSettings.change(OWNER, { voiceProfiles: false });
    expect(await suggestions(two)).toEqual([]);
    await ownerSettings.change(OWNER, { voiceProfiles: true });
    expect(await suggestions(two)).toEqual(['Speaker 1 sounds like Tom']);
    await ownerSettings.change('somebody', { voiceProfiles: true });
    expect(await suggestions(two, 'somebody')).toEqual([]);
    expect((await voiceProfiles.list({ ownerId: 'somebody', limit: 10 })).items).toEqual([]);
  });

  it('have the name that people give them, and go with it', async () => {
    const id = await aTalk(0, 1);
    await decide(id, 'Speaker 2', 'Grace');
    await decide(id, 'Grace', 'Grace Hopper');
    expect(await namesKnown()).toEqual(['Grace Hopper']);
    await decide(id, 'Speaker 1', 'Grace Hopper', true);
    expect(await namesKnown()).toEqual(['Grace Hopper', 'Grace Hopper']);
    await undoLast(id);
    await undoLast(id);
    expect(await namesKnown()).toEqual(['Grace']);
    await undoLast(id);
    expect(await profiles()).toEqual([]);
    await decide(id, 'Speaker 1', 'Speaker 9');
    expect(await profiles()).toEqual([]);
  });

  it('of a passage that somebody new has said go with the passage', async () => {
    const id = await aTalk(0, 1);
    const { speakers, transcripts } = worker.repositories;
    const turns = (await transcripts.find(id))?.turns ?? [];
    const segmentIds = turns.slice(1, 2).flatMap(({ segments }) => segments.map((each) => each.id));
    await speakers.assign(id, { segmentIds, speaker: 'Eva' });
    expect(await namesKnown()).toEqual(['Eva']);
    await undoLast(id);
    expect(await profiles()).toEqual([]);
  });

  it('are forgotten one by one, or all, and are not learned again by themselves', async () => {
    const id = await aTalk(0, 1);
    await decide(id, 'Speaker 1', 'Tom');
    await decide(id, 'Speaker 2', 'Grace');
    const { voiceProfiles } = worker.repositories;
    const [tom] = await profiles();
    await voiceProfiles.remove(tom?.id ?? '');
    expect(await namesKnown()).toEqual(['Grace']);
    await expect(voiceProfiles.remove(tom?.id ?? '')).rejects.toMatchObject({ code: 'not_found' });
    await decide(id, 'Grace', 'Grace Hopper');
    expect(await namesKnown()).toEqual(['Grace Hopper']);
    expect(await voiceProfiles.removeAll(OWNER)).toBe(1);
    expect(await profiles()).toEqual([]);
  });

  it('are not suggested once more where somebody has said that it is not them', async () => {
    await decide(await aTalk(0, 1), 'Speaker 2', 'Grace');
    const two = await aTalk(1, 2);
    const { voiceProfiles } = worker.repositories;
    for (const _again of [1, 2])
      await voiceProfiles.reject(two, { speaker: 'Speaker 1', name: 'Grace' });
    expect(await suggestions(two)).toEqual([]);
    expect(await suggestions(await aTalk(1, 2))).toEqual(['Speaker 1 sounds like Grace']);
    const unknown = voiceProfiles.reject(two, { speaker: 'Bob', name: 'Grace' });
    await expect(unknown).rejects.toMatchObject({ code: 'speaker_unknown' });
  });

  it('go into the bin with their conversation, and come back with it', async () => {
    const one = await aTalk(0, 1);
    await decide(one, 'Speaker 2', 'Grace');
    const two = await aTalk(1, 2);
    const { bin } = worker.repositories;
    await bin.delete({ kind: 'conversation', id: one });
    expect([await suggestions(two), await profiles()]).toEqual([[], []]);
    await bin.restore({ kind: 'conversation', id: one });
    expect(await suggestions(two)).toEqual(['Speaker 1 sounds like Grace']);
  });

  it('cannot be compared once another network hears them', async () => {
    await decide(await aTalk(0, 1), 'Speaker 2', 'Grace');
    if (worker.voiceEngine) worker.voiceEngine.name = 'another network';
    expect(await suggestions(await aTalk(1, 2))).toEqual([]);
  });

  it('are not in a log, nor in what names them', async () => {
    const id = await aTalk(0, 1);
    await decide(id, 'Speaker 2', 'Grace');
    const { rows } = await worker.database.db.execute(
      `SELECT data::text AS said FROM events WHERE conversation_id = '${id}'`,
    );
    expect(rows.map(({ said }) => String(said)).join('\n')).not.toContain('Grace');
    expect(JSON.stringify(await profiles())).not.toContain('embedding');
  });
});
