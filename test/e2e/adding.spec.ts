import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { taskPageSchema, taskTypePageSchema } from '#contracts/api';
import { ENTITY, TASK_TYPE } from '../adding/registrations.ts';
import { eventually } from '../support/eventually.ts';
import { extendedProject, type ExtendedProject } from '../support/extended-project.ts';
import { query } from '../support/query.ts';
import { reconcileNow } from '../support/reconcile-now.ts';
import { startStack, type Stack } from '../support/stack.ts';

/** A task type and an entity that are added by the steps in docs/architecture.md. */
describe('an added task type and an added entity', () => {
  let project: ExtendedProject;
  let stack: Stack;
  beforeAll(async () => {
    project = await extendedProject(path.resolve('test/adding/files'));
    await project.register([...TASK_TYPE, ...ENTITY]);
    await project.build();
    stack = await startStack({}, [], project.folder);
  });
  afterAll(async () => {
    await stack.stop();
    await project.remove();
  });

  const get = async (route: string): Promise<unknown> =>
    (await fetch(`${stack.baseUrl}${route}`)).json();
  const waterings = async (ownerId: string) => {
    const page = await get(`/tasks?type=watering&ownerId=${ownerId}`);
    return (page as { items: Record<string, unknown>[] }).items;
  };
  const litresOf = async (id: string) => {
    const [row] = await query(stack.databaseUrl, `SELECT litres FROM gardens WHERE id = '${id}'`);
    return row?.['litres'];
  };
  const plant = (id: string, ownerId: string) =>
    query(stack.databaseUrl, `INSERT INTO gardens VALUES ('${id}', '${ownerId}', true, 0)`);

  it('are known to the API', async () => {
    const { items } = (await get('/task-types')) as { items: Record<string, unknown>[] };
    expect(items[0]).toMatchObject({
      type: 'watering',
      name: 'Watering',
      unit: 'litres',
      steps: [{ name: 'pour', label: 'Pouring water' }],
    });
    // The built-in types are unchanged.
    const known = taskTypePageSchema.shape.items.safeParse(items.slice(1));
    expect(known.error).toBeUndefined();
  });

  it('run once when their entity is signalled', async () => {
    await plant('gdn_1', 'ada');
    await query(
      stack.databaseUrl,
      `INSERT INTO work_signals (entity_kind, entity_id, owner_id) VALUES ('garden', 'gdn_1', 'ada')`,
    );
    await eventually(async () =>
      expect(await waterings('ada')).toMatchObject([
        {
          state: 'completed',
          conversationId: null,
          progress: { stage: 'pour', unit: 'litres', done: 1, total: 1, percent: 100 },
        },
      ]),
    );
    expect(await litresOf('gdn_1')).toBe(3);
  });

  it('run without a work signal after one run of reconcile', async () => {
    await plant('gdn_2', 'bob');
    await reconcileNow(stack);
    await eventually(async () => expect(await waterings('bob')).toHaveLength(1));
    await eventually(async () => expect(await litresOf('gdn_2')).toBe(3));
  });

  it('do not change the built-in task types', async () => {
    const task = await fetch(`${stack.baseUrl}/tasks/test/summary`, { method: 'POST' });
    expect(task.status).toBe(202);
    await eventually(async () => {
      const { items } = taskPageSchema.parse(await get('/tasks?type=summary'));
      expect(items[0]).toMatchObject({ state: 'completed' });
    });
  });
});
