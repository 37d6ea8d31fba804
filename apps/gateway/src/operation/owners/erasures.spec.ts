import { describe, expect, it } from '@jest/globals';
import {
  erasureDetailsSchema,
  erasurePageSchema,
  problemSchema,
  requestedErasureSchema,
} from '#contracts/api';
import { sendJson } from '../../../../../test/support/api.ts';
import { useGateway } from '../../../../../test/support/gateway.ts';

describe('the erasure of an owner', () => {
  const gateway = useGateway();

  const erase = (ownerId: string, confirm: unknown) =>
    sendJson('POST', `${gateway.url}/owners/${ownerId}/erasure`, { confirm });
  const problemOf = async (response: Response) => {
    const { status, code } = problemSchema.parse(await response.json());
    return { status, code };
  };
  const create = (ownerId: string) =>
    sendJson('POST', `${gateway.url}/conversations`, { title: 'A talk', ownerId });

  it('has to be confirmed with the name, so that it does not happen by accident', async () => {
    expect((await create('ada')).status).toBe(201);
    for (const confirm of ['Ada', 'yes', '']) {
      const refused = { status: 422, code: 'erasure_not_confirmed' };
      expect(await problemOf(await erase('ada', confirm))).toEqual(refused);
    }
    for (const confirm of [true, null, undefined]) {
      expect(await problemOf(await erase('ada', confirm))).toMatchObject({ status: 400 });
    }
    expect(await problemOf(await erase('ada smith', 'ada smith'))).toMatchObject({ status: 400 });
    expect((await create('ada')).status).toBe(201);
  });

  it('is accepted with its task, refuses what is new, and is listed', async () => {
    const response = await erase('bea', 'bea');
    expect(response.status).toBe(202);
    const { erasure, task } = requestedErasureSchema.parse(await response.json());
    expect(response.headers.get('location')).toBe(`/erasures/${erasure.id}`);
    expect(task).toMatchObject({ type: 'erasure', ownerId: 'installation', settings: {} });
    expect(erasure).toMatchObject({ ownerId: 'bea', state: 'running', completedAt: null });
    const refused = { status: 409, code: 'owner_being_erased' };
    expect(await problemOf(await create('bea'))).toEqual(refused);
    expect((await create('cleo')).status).toBe(201);
    const again = requestedErasureSchema.parse(await (await erase('bea', 'bea')).json());
    expect(again.erasure.id).toBe(erasure.id);
    const list = erasurePageSchema.parse(await (await fetch(`${gateway.url}/erasures`)).json());
    expect(list.items).toEqual([erasure]);
    const found = await fetch(`${gateway.url}/erasures/${erasure.id}`);
    expect(erasureDetailsSchema.parse(await found.json())).toEqual({ ...erasure, backups: [] });
    const cancel = await sendJson('POST', `${gateway.url}/tasks/${task.id}/cancel`, {});
    expect(await problemOf(cancel)).toEqual({ status: 409, code: 'task_not_cancellable' });
  });

  it('is not that of the installation, and not found by another id', async () => {
    const refused = { status: 422, code: 'owner_not_erasable' };
    expect(await problemOf(await erase('installation', 'installation'))).toEqual(refused);
    const unknown = await fetch(`${gateway.url}/erasures/era_01jd3k4m5n6p7q8r9s0t1v2w3x`);
    expect(await problemOf(unknown)).toMatchObject({ status: 404 });
    expect((await fetch(`${gateway.url}/erasures/x`)).status).toBe(400);
  });
});
