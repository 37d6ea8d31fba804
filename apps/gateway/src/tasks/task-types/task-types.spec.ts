import net from 'node:net';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { taskTypePageSchema } from '#contracts/api';
import { TASK_LABELS, TASK_TYPES, TASKS } from '#contracts/tasks';
import { acceptClip, createConversation } from '../../../../../test/support/api.ts';
import { freePorts } from '../../../../../test/support/free-port.ts';
import { startGateway, useGateway } from '../../../../../test/support/gateway.ts';
import { query as ask } from '../../../../../test/support/query.ts';
import { createGateway } from '../../create-gateway.ts';
import { TaskTypesCheck } from './task-types.check.ts';
import { UnknownTaskTypesError } from './unknown-task-types.error.ts';

describe('task types', () => {
  const gateway = useGateway();

  const query = (sql: string, ...values: unknown[]) => ask(gateway.databaseUrl, sql, values);

  it('are those of the catalogue, in its order and with all labels', async () => {
    const response = await fetch(`${gateway.url}/task-types`);
    expect(response.status).toBe(200);
    const page = taskTypePageSchema.parse(await response.json());
    expect(page.nextCursor).toBeNull();
    expect(page.items.map(({ type }) => type)).toEqual(TASK_TYPES);
    for (const { type, name, steps, unit, subject } of page.items) {
      expect({ name, unit, subject }).toEqual({
        name: TASK_LABELS[type].name,
        unit: TASKS[type].unit,
        subject: TASKS[type].of,
      });
      expect(Object.fromEntries(steps.map((step) => [step.name, step.label]))).toEqual(
        TASK_LABELS[type].steps,
      );
    }
  });

  describe('that are not in the catalogue', () => {
    beforeAll(async () => {
      const { task } = await acceptClip(gateway.url, await createConversation(gateway.url));
      await query(`UPDATE tasks SET type = 'translation' WHERE id = $1`, task.id);
    });

    it('prevent a gateway from starting, and are named in the error', async () => {
      const app = await createGateway(gateway.config);
      const start = app.listen(0, '127.0.0.1');
      await expect(start).rejects.toThrow(UnknownTaskTypesError);
      await expect(start).rejects.toThrow(/does not know: translation\./);
      await app.close();
    });

    it('stop a gateway whose database becomes available later', async () => {
      const url = new URL(gateway.databaseUrl);
      const [port = 0] = await freePorts(1);
      const away = new URL(url);
      away.port = String(port);
      const early = await startGateway({ databaseUrl: away.href });
      expect((await fetch(`${early.url}/health/live`)).status).toBe(200);
      const proxy = net.createServer((client) => {
        const server = net.connect(Number(url.port), url.hostname);
        client.on('error', () => server.destroy()).pipe(server);
        server.on('error', () => client.destroy()).pipe(client);
      });
      proxy.listen(port, '127.0.0.1');
      const error = await early.app.get(TaskTypesCheck).violated;
      expect(error.types).toEqual(['translation']);
      await early.stop();
      proxy.close();
    });
  });
});
