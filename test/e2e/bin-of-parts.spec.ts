import path from 'node:path';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Conversation, Task } from '#contracts/api';
import { ApiClient } from '../support/api-client.ts';
import { eventually } from '../support/eventually.ts';
import { amountsOf, ProjectClient } from '../support/project-client.ts';
import { sharedStack } from '../support/shared-servers.ts';
import type { StackPlace } from '../support/stack.ts';
import { whileWorkerStoppedAt } from '../support/stopped-worker.ts';

const VENUE = { speaker: 'Ada', text: 'We paid 12,000 euros for the venue.' };
const TABLE = 'Item,Amount,Currency\nHostel,130,GBP\nTrain,35,EUR';

let stack: StackPlace;
let api: ApiClient;

beforeAll(async () => {
  stack = await sharedStack();
  api = new ApiClient(stack.baseUrl);
});

const remove = async (route: string) => (await api.fetch(route, { method: 'DELETE' })).status;
const restore = (route: string) => api.json(`${route}/restore`, { method: 'POST' });
const statusOf = async (route: string) => (await api.fetch(route)).status;

describe('a deleted memory', () => {
  it('is not brought back by another score, and comes back with its own', async () => {
    const { id } = await api.createConversation('Remembered');
    await api.say(id, VENUE);
    await api.settled(id);
    const memory = await eventually(async () => {
      const [scored] = (await api.memories(`?conversationId=${id}`)).items;
      expect(scored?.significance).toEqual(expect.any(Number));
      if (!scored) throw new Error('there is no memory');
      return scored;
    });
    const route = `/memories/${memory.id}`;
    expect(await remove(route)).toBe(204);
    const body = { type: 'significance', conversationId: id };
    const task = await api.send<Task>('POST', '/tasks', body);
    await api.until(task.id, 'completed');
    expect((await api.memories(`?conversationId=${id}`)).items).toEqual([]);
    expect(await statusOf(route)).toBe(404);
    expect(await restore(route)).toEqual(memory);
  }, 120_000);
});

describe('what is deleted of a project', () => {
  /** The amounts of the report that the project makes by itself after a change. */
  const nextAmounts = (project: ProjectClient, before: string) =>
    eventually(async () => {
      const report = await project.latest('financial');
      expect(report.id).not.toBe(before);
      expect(report.current).toBe(true);
      return { id: report.id, amounts: amountsOf(report) };
    }, 60_000);

  it('leaves its reports and comes back to them, and is gone with its bytes', async () => {
    const project = await ProjectClient.create(api);
    const conversationId = await project.converse([VENUE]);
    const document = await project.read(await project.upload('rooms.csv', TABLE));
    const first = await project.report('financial');
    expect(amountsOf(first)).toEqual(expect.arrayContaining(['130 GBP', '12000 EUR']));
    const ofDocument = `/projects/${project.id}/documents/${document.id}`;
    expect(await remove(ofDocument)).toBe(204);
    const second = await nextAmounts(project, first.id);
    expect(second.amounts).not.toContain('130 GBP');
    await restore(ofDocument);
    const third = await nextAmounts(project, second.id);
    expect(third.amounts).toContain('130 GBP');

    const ofProject = `/projects/${project.id}`;
    const belongsTo = async () =>
      (await api.json<Conversation>(`/conversations/${conversationId}`)).projectId;
    expect(await remove(ofProject)).toBe(204);
    expect([await statusOf(ofProject), await statusOf(ofDocument)]).toEqual([404, 404]);
    expect(await belongsTo()).toBeNull();
    await restore(ofProject);
    expect(await belongsTo()).toBe(project.id);
    const fourth = await nextAmounts(project, third.id);
    expect([...fourth.amounts].sort()).toEqual([...third.amounts].sort());

    const sha256 = createHash('sha256').update(TABLE).digest('hex');
    const file = path.join(stack.dataFolder, 'blobs', 'sha256', sha256.slice(0, 2), sha256);
    expect(existsSync(file)).toBe(true);
    expect(await remove(`${ofProject}?permanently=true`)).toBe(204);
    await eventually(() => expect(existsSync(file)).toBe(false), 60_000);
    expect(await statusOf(`/conversations/${conversationId}`)).toBe(200);
    expect((await api.fetch(`${ofProject}/restore`, { method: 'POST' })).status).toBe(404);
  }, 300_000);

  it('is read and reported to the end when it comes back in the middle of that', async () => {
    const project = await ProjectClient.create(api);
    for (let count = 0; count < 30; count += 1) await project.converse(Array(40).fill(VENUE));
    let reportTask = '';
    const begin = async () => {
      reportTask = (await project.request('financial')).id;
    };
    const reached = async () => (await api.task(reportTask)).state === 'running';
    const route = `/projects/${project.id}`;
    let status = 0;
    await whileWorkerStoppedAt(stack, { begin, reached }, async () => {
      status = await remove(route);
      if (status !== 204) return;
      expect(await statusOf(`/tasks/${reportTask}`)).toBe(404);
      await restore(route);
    });
    const wasStoppedApart = status === 204;
    if (!wasStoppedApart) {
      // The worker was stopped within a transaction, which held the project until it went on.
      expect(status).toBe(503);
      expect(await remove(route)).toBe(204);
      await restore(route);
    }
    const ended = await api.until(reportTask, 'completed', 60_000);
    expect(ended.error).toBeNull();
    if (wasStoppedApart) expect(ended.attempt).toBe(2);
    expect(amountsOf(await project.latest('financial'))).toContain('12000 EUR');
  }, 120_000);
});
