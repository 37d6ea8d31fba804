import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { INSTALLATION_OWNER_ID } from '#contracts/model';
import { A_FAILURE, runOf, TestStore } from '../../store.fixture.ts';

describe('tasks of the installation', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());
  afterEach(async () => {
    await store.deliverAll();
    await store.repositories.tasks.cancelAll({ ownerId: INSTALLATION_OWNER_ID });
  });

  const ask = (key: string | null = null, requestHash = 'h1') =>
    store.repositories.installationTasks.request(
      'snapshot',
      {},
      key === null ? null : { scope: 'snapshots', key, requestHash },
    );
  const open = () =>
    store.count('tasks', `type = 'snapshot' AND owner_id = 'installation' AND ended_at IS NULL`);

  it('belong to the installation and to no conversation, and are started through the outbox', async () => {
    const task = await ask();
    expect(task).toMatchObject({
      type: 'snapshot',
      state: 'pending',
      ownerId: INSTALLATION_OWNER_ID,
      conversationId: null,
      entityKind: null,
      workflowId: 'snapshot:installation',
      priority: 'interactive',
    });
    expect(await store.count('outbox', `task_id = $1 AND kind = 'start'`, [task.id])).toBe(1);
  });

  it('keep the settings and priority of the request', async () => {
    const terms = { settings: { full: true }, priority: 'batch' } as const;
    const task = await store.repositories.installationTasks.request('backup', terms, null);
    expect(task).toMatchObject({ ...terms, workflowId: 'backup:installation' });
  });

  it('exist once for each type, however many requests come at once', async () => {
    const asked = await Promise.all([ask(), ask(), ask(), ask(), ask()]);
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
    expect(await open()).toBe(1);
    const backup = await store.repositories.installationTasks.request('backup', {}, null);
    expect(backup.id).not.toBe(asked[0].id);
  });

  it('exclude each other when one is a backup and one a restore, also when they are retried', async () => {
    const { installationTasks, tasks } = store.repositories;
    const backup = await installationTasks.request('backup', {}, null);
    const restore = (backupId: string) =>
      installationTasks.request('restore', { settings: { backupId } }, null);
    await expect(restore('bkp_1')).rejects.toMatchObject({ code: 'installation_busy' });
    await tasks.end(runOf(backup), A_FAILURE);
    const { id } = await restore('bkp_1');
    expect((await restore('bkp_1')).id).toBe(id);
    await expect(restore('bkp_2')).rejects.toMatchObject({ code: 'installation_busy' });
    const refused = installationTasks.request('backup', {}, null);
    await expect(refused).rejects.toMatchObject({ code: 'installation_busy' });
    await expect(tasks.retry(backup.id)).rejects.toMatchObject({ code: 'task_not_retryable' });
  });

  it('become interactive when an interactive request joins them', async () => {
    const { installationTasks } = store.repositories;
    await installationTasks.request('snapshot', { priority: 'batch' }, null);
    expect(await installationTasks.request('snapshot', { priority: 'batch' }, null)).toMatchObject({
      priority: 'batch',
    });
    expect(await ask()).toMatchObject({ priority: 'interactive' });
  });

  it('are the same for a repeated request, also after they have ended', async () => {
    const first = await ask('once');
    await store.repositories.tasks.end(runOf(first), A_FAILURE);
    expect((await ask('once')).id).toBe(first.id);
    expect((await ask()).id).not.toBe(first.id);
    await expect(ask('once', 'h2')).rejects.toMatchObject({ code: 'idempotency_key_reused' });
  });

  it('are not retried while another one is open', async () => {
    const failed = await ask();
    await store.repositories.tasks.end(runOf(failed), A_FAILURE);
    const { id } = await ask();
    await expect(store.repositories.tasks.retry(failed.id)).rejects.toMatchObject({
      code: 'task_not_retryable',
    });
    await store.repositories.tasks.requestCancel(id);
    expect(await store.repositories.tasks.retry(failed.id)).toMatchObject({
      state: 'pending',
      attempt: 2,
      workflowId: 'snapshot:installation',
    });
    expect(await open()).toBe(1);
  });
});
