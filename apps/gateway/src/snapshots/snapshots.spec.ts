import { mkdir, writeFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { SnapshotFolder, SnapshotTaker } from '#backups';
import { problemSchema, snapshotListSchema, taskSchema } from '#contracts/api';
import { ProjectionsRepository } from '#store';
import { createConversation, sendJson } from '../../../../test/support/api.ts';
import { useGateway } from '../../../../test/support/gateway.ts';

describe('snapshots', () => {
  const gateway = useGateway();
  const list = async () =>
    snapshotListSchema.parse(await (await fetch(`${gateway.url}/snapshots`)).json()).items;
  const post = (headers = {}) => fetch(`${gateway.url}/snapshots`, { method: 'POST', headers });

  it('are requested as a task, which a second request joins', async () => {
    const response = await post({ 'idempotency-key': 'a' });
    const task = taskSchema.parse(await response.json());
    expect([response.status, response.headers.get('location')]).toEqual([202, `/tasks/${task.id}`]);
    expect(task).toMatchObject({
      ...{ type: 'snapshot', state: 'pending', ownerId: 'installation', conversationId: null },
      progress: { unit: 'events', done: 0, total: null },
      workflowId: 'snapshot:installation',
    });
    for (const headers of [{}, { 'idempotency-key': 'a' }]) {
      expect(taskSchema.parse(await (await post(headers)).json()).id).toBe(task.id);
    }
    expect(taskSchema.parse(await (await fetch(`${gateway.url}/tasks/${task.id}`)).json()).id).toBe(
      task.id,
    );
  });

  it('are not requested as the task of a conversation', async () => {
    const conversationId = await createConversation(gateway.url);
    const body = { type: 'snapshot', conversationId };
    expect((await sendJson('POST', `${gateway.url}/tasks`, body)).status).toBe(400);
  });

  it('are listed, newest first', async () => {
    expect(await list()).toEqual([]);
    const folder = new SnapshotFolder(gateway.config.snapshots.folder);
    const logger = pino({ level: 'silent' });
    const taker = new SnapshotTaker(gateway.app.get(ProjectionsRepository), folder, 5, logger);
    const signal = new AbortController().signal;
    const first = await taker.take({ signal });
    await createConversation(gateway.url);
    const second = await taker.take({ signal });
    await mkdir(folder.folder, { recursive: true });
    await writeFile(`${folder.folder}/something-else.txt`, '');
    expect(await list()).toEqual(
      [second, first].map(({ id, eventNumber, takenAt, sizeBytes }) => ({
        ...{ id, eventNumber, bytes: sizeBytes, takenAt: takenAt.toISOString() },
      })),
    );
  });
});

describe('snapshots whose folder cannot be read', () => {
  const gateway = useGateway();

  it('are answered with a problem that says so', async () => {
    await writeFile(gateway.config.snapshots.folder, '');
    const response = await fetch(`${gateway.url}/snapshots`);
    expect(response.status).toBe(500);
    expect(problemSchema.parse(await response.json())).toMatchObject({
      code: 'snapshot_failed',
      retryable: true,
    });
  });
});
