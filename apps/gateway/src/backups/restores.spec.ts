import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import {
  loggedEventSchema,
  maintenanceNoticeSchema,
  problemSchema,
  restorePlanSchema,
  taskSchema,
} from '#contracts/api';
import { RestoredInstallation } from '../../../../libs/backups/src/restored-installation.fixture.ts';
import { addExchange, createConversation, sendJson } from '../../../../test/support/api.ts';
import { ApiClient } from '../../../../test/support/api-client.ts';
import { eventually } from '../../../../test/support/eventually.ts';
import { EventStream } from '../../../../test/support/event-stream.ts';
import { startGateway, type TestGateway } from '../../../../test/support/gateway.ts';

describe('a restore', () => {
  let restored: RestoredInstallation;
  let gateway: TestGateway;
  let api: ApiClient;
  beforeAll(async () => {
    restored = await RestoredInstallation.open();
    const { store, placeFolder } = restored.installation;
    gateway = await startGateway({
      databaseUrl: store.url,
      settings: { AFTERWORD_BACKUP_PLACE: placeFolder },
    });
    api = new ApiClient(gateway.url);
  });
  afterAll(async () => {
    await gateway.stop();
    await restored.close();
  });
  const streams: EventStream[] = [];
  afterEach(async () => {
    for (const stream of streams.splice(0)) stream.close();
    await restored.installation.store.repositories.tasks.cancelAll({ ownerId: 'installation' });
  });

  const ask = (backupId: string, body: object) =>
    sendJson('POST', `${gateway.url}/backups/${backupId}/restore`, body);
  /** What the tables hold, except the signals that the gateway tries to send meanwhile. */
  const lasting = async () => {
    const contents = new Map(await restored.contents());
    contents.delete('work_signals');
    return contents;
  };
  const problemOf = async (response: Promise<Response>) =>
    problemSchema.parse(await (await response).json());
  const follow = async (lastEventId?: string) => {
    const stream = await EventStream.open(`${gateway.url}/events`, lastEventId);
    streams.push(stream);
    await stream.next(({ type }) => type === 'ready');
    return stream;
  };

  describe('that is planned', () => {
    it('says what would change, what would be gone, and how to confirm, and changes nothing', async () => {
      const id = await createConversation(gateway.url);
      await addExchange(gateway.url, id, 'We launch in March.');
      const backup = await restored.backUp();
      const later = await createConversation(gateway.url);
      await addExchange(gateway.url, later, 'Or in May.');
      const before = await lasting();
      const response = await ask(backup.id, { dryRun: true });
      expect(response.status).toBe(200);
      const plan = restorePlanSchema.parse(await response.json());
      expect(plan).toMatchObject({
        ...{ backupId: backup.id, takenAt: backup.takenAt, confirm: `restore ${backup.id}` },
        migration: null,
        newestEvent: { then: backup.contents.eventNumber },
        gone: {
          conversations: { count: 1 },
          exchanges: { count: 1 },
          clips: { count: 0, newestAt: null },
        },
      });
      const newest = plan.gone.exchanges.newestAt ?? '';
      expect(Date.parse(newest)).toBeGreaterThan(Date.parse(backup.takenAt));
      const conversations = plan.tables.find(({ name }) => name === 'conversations');
      expect(conversations).toEqual({ name: 'conversations', now: 2, then: 1 });
      expect(await lasting()).toEqual(before);
    });
  });

  describe('that is requested', () => {
    it('needs the typed confirmation, and a backup', async () => {
      const { id } = await restored.backUp();
      expect(await problemOf(ask(id, {}))).toMatchObject({ code: 'confirmation_missing' });
      const mistyped = await ask(id, { confirm: 'restore' });
      expect(mistyped.status).toBe(422);
      const unknown = `${id.slice(0, -1)}${id.endsWith('9') ? '8' : '9'}`;
      expect((await ask(unknown, { dryRun: true })).status).toBe(404);
      expect(await restored.installation.store.count('tasks', `type = 'restore'`)).toBe(0);
    });

    it('is a task; another request joins it, and other restores and backups are refused', async () => {
      const [first, second] = [await restored.backUp(), await restored.backUp()];
      const response = await ask(first.id, { confirm: `restore ${first.id}` });
      expect(response.status).toBe(202);
      const task = taskSchema.parse(await response.json());
      expect(response.headers.get('location')).toBe(`/tasks/${task.id}`);
      expect(task).toMatchObject({ type: 'restore', settings: { backupId: first.id } });
      const again = await ask(first.id, { confirm: `restore ${first.id}` });
      expect(taskSchema.parse(await again.json()).id).toBe(task.id);
      const other = await ask(second.id, { confirm: `restore ${second.id}` });
      expect(other.status).toBe(409);
      const backup = sendJson('POST', `${gateway.url}/backups`, { force: true });
      expect(await problemOf(backup)).toMatchObject({ code: 'installation_busy' });
    });

    it('is refused while a backup runs', async () => {
      const { id } = await restored.backUp();
      await sendJson('POST', `${gateway.url}/backups`, { force: true });
      expect(await problemOf(ask(id, { confirm: `restore ${id}` }))).toMatchObject({
        ...{ code: 'installation_busy', retryable: true },
      });
    });
  });

  describe('while the gateway runs', () => {
    it('refuses changes with 503 while reads and streams go on, then continues with the restored data', async () => {
      const kept = await createConversation(gateway.url);
      const backup = await restored.backUp();
      const gone = await createConversation(gateway.url);
      const stream = await follow();
      const job = await restored.request(backup.id);
      await restored.do('unpack', job);
      await restored.do('protect', job);

      const refused = await sendJson('POST', `${gateway.url}/conversations`, { title: 'No' });
      expect(refused.status).toBe(503);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(await problemOf(Promise.resolve(refused))).toMatchObject({
        ...{ code: 'maintenance', retryable: true },
      });
      expect((await api.fetch(`/conversations/${gone}`)).status).toBe(200);
      const notice = await stream.next(({ type }) => type === 'maintenance');
      expect(maintenanceNoticeSchema.parse(JSON.parse(notice.data))).toEqual({ active: true });
      const late = await follow();
      await late.next(({ type }) => type === 'maintenance');

      await restored.do('switch', job);
      await restored.do('confirm', job);
      await restored.installation.store.repositories.installationRuns.complete(job, []);

      const logged = await stream.next(({ type }) => type === 'installation_restored');
      const event = loggedEventSchema.parse(JSON.parse(logged.data));
      expect(event).toMatchObject({ taskId: job.taskId, data: { backupId: backup.id } });
      await stream.next(({ data }) => data === JSON.stringify({ active: false }));
      expect((await api.fetch(`/conversations/${gone}`)).status).toBe(404);
      expect((await api.fetch(`/conversations/${kept}`)).status).toBe(200);
      const task = await api.task(job.taskId);
      expect(task).toMatchObject({ state: 'completed', settings: { backupId: backup.id } });
      const next = await createConversation(gateway.url);
      const created = await stream.next(({ data }) => data.includes(next));
      expect(Number(created.id)).toBeGreaterThan(event.sequence);
    });

    it('sends a reader that was away during it all that is new, and nothing twice', async () => {
      const backup = await restored.backUp();
      await createConversation(gateway.url);
      const before = await follow();
      const last = await createConversation(gateway.url);
      const { id: lastId } = await before.next(({ data }) => data.includes(last));
      before.close();
      const { taskId } = await restored.restore(backup);
      const after = await eventually(() => follow(lastId));
      await after.next(({ type }) => type === 'installation_restored');
      const notLogged = ['ready', 'maintenance', 'progress'];
      const logged = after.events.filter(({ type }) => !notLogged.includes(type));
      const ids = logged.map(({ id }) => Number(id));
      expect(ids).toEqual([...new Set(ids)].sort((one, other) => one - other));
      const isOurs = ({ data }: { readonly data: string }) => data.includes(taskId);
      expect(logged.filter(isOurs).map(({ type }) => type)).toEqual(
        expect.arrayContaining(['task_created', 'task_started', 'installation_restored']),
      );
    });

    it('shows the task of the restore to whoever follows it, through the switch to its end', async () => {
      const backup = await restored.backUp();
      const job = await restored.request(backup.id);
      const followed = EventStream.readAll(`${gateway.url}/tasks/${job.taskId}/events`);
      for (const step of ['unpack', 'protect', 'switch', 'confirm'] as const) {
        await restored.do(step, job);
      }
      await restored.installation.store.repositories.installationRuns.complete(job, []);
      const states = (await followed).map(({ data }) => taskSchema.parse(JSON.parse(data)).state);
      expect(new Set(states)).toEqual(new Set(['running', 'completed']));
    });
  });
});
