import path from 'node:path';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ApiClient } from '../support/api-client.ts';
import { eventually } from '../support/eventually.ts';
import { untilWorkerIsIdle } from '../support/idle-worker.ts';
import { makeLongAudio } from '../support/long-audio.ts';
import { amountsOf, ProjectClient } from '../support/project-client.ts';
import { sharedStack } from '../support/shared-servers.ts';
import type { StackPlace } from '../support/stack.ts';

const VENUE = { speaker: 'Ada', text: 'We paid 12,000 euros for the venue.' };
const HOSTEL = { speaker: 'Kaito', text: 'The hostel cost 130 pounds for the crew.' };

let stack: StackPlace;
let api: ApiClient;

beforeAll(async () => {
  stack = await sharedStack();
  api = new ApiClient(stack.baseUrl);
});

const remove = async (route: string) => (await api.fetch(route, { method: 'DELETE' })).status;
const restore = (route: string) => api.json(`${route}/restore`, { method: 'POST' });
const statusOf = async (route: string) => (await api.fetch(route)).status;

/** No task of a conversation has failed, and its workflow goes on. */
async function expectNoFailure(conversationId: string): Promise<void> {
  const { items } = await api.tasks(`?conversationId=${conversationId}&limit=200`);
  expect(items.filter(({ error }) => error !== null)).toEqual([]);
}

describe('a clip that is deleted while it is transcribed', () => {
  it('stops its engine, leaves the rest, and is transcribed to the end after a restore', async () => {
    const audio = await makeLongAudio(path.join(stack.dataFolder, 'one-of-two.wav'), 2, 31);
    const { id } = await api.createConversation('One of two');
    await api.say(id, VENUE);
    await api.settled(id);
    const { task, clip } = await api.upload(id, audio.path);
    await eventually(async () => {
      const { progress } = await api.task(task.id);
      expect(progress.stage).toBe('decode');
      expect(progress.done).toBeGreaterThan(0);
    }, 60_000);
    const route = `/conversations/${id}/clips/${clip.id}`;
    expect(await remove(route)).toBe(204);
    expect(await statusOf(`/tasks/${task.id}`)).toBe(404);
    expect(await api.conversation(id)).toMatchObject({ clipCount: 0, exchangeCount: 1, clips: [] });
    await untilWorkerIsIdle(stack);
    // Its conversation goes on as if nothing had been.
    await api.say(id, HOSTEL);
    expect((await api.settled(id)).turnCount).toBe(2);
    await expectNoFailure(id);
    await restore(route);
    await api.until(task.id, 'completed', 180_000);
    const { turns } = await api.transcript(id);
    expect(turns.map(({ clipId }) => clipId)).toEqual([null, clip.id, null]);
    expect(turns[1]?.segments.length).toBeGreaterThan(3);
    expect((await api.settled(id)).turnCount).toBe(3);
    await expectNoFailure(id);
  }, 300_000);

  it('is removed for good with the bytes of its recording', async () => {
    const audio = await makeLongAudio(path.join(stack.dataFolder, 'soon-gone.wav'), 1, 32);
    const sha256 = createHash('sha256').update(readFileSync(audio.path)).digest('hex');
    const file = path.join(stack.dataFolder, 'blobs', 'sha256', sha256.slice(0, 2), sha256);
    const { id } = await api.createConversation('Soon gone');
    const { clip, task } = await api.upload(id, audio.path);
    await eventually(async () => expect((await api.task(task.id)).state).toBe('running'), 60_000);
    expect(existsSync(file)).toBe(true);
    const route = `/conversations/${id}/clips/${clip.id}`;
    expect(await remove(`${route}?permanently=true`)).toBe(204);
    await eventually(() => expect(existsSync(file)).toBe(false), 60_000);
    expect((await api.fetch(`${route}/restore`, { method: 'POST' })).status).toBe(404);
    expect((await api.transcript(id)).turns).toEqual([]);
    await api.say(id, VENUE);
    expect((await api.settled(id)).turnCount).toBe(1);
    await expectNoFailure(id);
  }, 180_000);
});

describe('an exchange that is deleted', () => {
  /** What is made by itself of the conversation and its project after a change. */
  const after = async (id: string, project: ProjectClient, before: string) => {
    const report = await eventually(async () => {
      const latest = await project.latest('financial');
      expect(latest.id).not.toBe(before);
      expect(latest.current).toBe(true);
      return latest;
    }, 60_000);
    return { report: report.id, amounts: amountsOf(report), summary: await api.settled(id) };
  };

  it('leaves summary, reports, memories and search, and comes back to all of them', async () => {
    const project = await ProjectClient.create(api);
    const id = await project.converse([VENUE]);
    const exchange = await api.say(id, HOSTEL);
    await api.settled(id);
    const { id: first } = await project.report('financial');
    const before = await api.transcript(id);
    const route = `/conversations/${id}/exchanges/${exchange.id}`;
    expect(await remove(route)).toBe(204);
    const without = await after(id, project, first);
    expect(without.amounts).toContain('12000 EUR');
    expect(without.amounts).not.toContain('130 GBP');
    expect(JSON.stringify(without.summary)).not.toContain('hostel');
    expect(without.summary.turnCount).toBe(1);
    expect(JSON.stringify(await api.memories(`?conversationId=${id}`))).not.toContain('hostel');
    const found = await api.json<{ items: { id: string }[] }>('/conversations?search=hostel');
    expect(found.items.map((each) => each.id)).not.toContain(id);
    await restore(route);
    const again = await after(id, project, without.report);
    expect(again.amounts).toEqual(expect.arrayContaining(['12000 EUR', '130 GBP']));
    expect(again.summary.turnCount).toBe(2);
    const { turns, revision } = await api.transcript(id);
    expect(turns.map(({ turnId }) => turnId)).toEqual(before.turns.map(({ turnId }) => turnId));
    expect(revision).toBeGreaterThan(before.revision);

    expect(await remove(`${route}?permanently=true`)).toBe(204);
    const last = await after(id, project, again.report);
    expect(last.amounts).not.toContain('130 GBP');
    await eventually(async () => {
      const types = (await api.eventLog(`conversationId=${id}&limit=200`)).map(({ type }) => type);
      expect(types).toContain('exchange_purged');
      const history = await api.json(`/projects/${project.id}/reports?agent=financial`);
      expect(JSON.stringify(history)).not.toContain(again.report);
      expect(JSON.stringify(history)).toContain(last.report);
    }, 60_000);

    const [left] = before.turns;
    expect(await remove(`/conversations/${id}/exchanges/${left?.exchangeId ?? ''}`)).toBe(204);
    await eventually(async () => {
      const empty = await project.latest('financial');
      expect(empty).toMatchObject({ current: true });
      expect(amountsOf(empty)).toEqual([]);
    }, 60_000);
    expect(await statusOf(`/conversations/${id}/summary`)).toBe(404);
    await expectNoFailure(id);
  }, 300_000);
});
