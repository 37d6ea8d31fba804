import { describe, expect, it } from '@jest/globals';
import { binPageSchema, memoryPageSchema, memorySchema } from '#contracts/api';
import { addExchange, createConversation, sendJson } from '../../../../test/support/api.ts';
import { useGateway } from '../../../../test/support/gateway.ts';

describe('a deleted memory', () => {
  const gateway = useGateway();
  const call = (method: string, path: string) => fetch(`${gateway.url}${path}`, { method });
  const remove = (id: string, query = '') => call('DELETE', `/memories/${id}${query}`);
  const restore = (id: string) => call('POST', `/memories/${id}/restore`);
  const list = async (query: string) =>
    memoryPageSchema.parse(await (await call('GET', `/memories${query}`)).json()).items;
  const bin = async (query = '') =>
    binPageSchema.parse(await (await call('GET', `/bin${query}`)).json()).items;

  async function aMemory() {
    const conversationId = await createConversation(gateway.url, 'Private');
    await addExchange(gateway.url, conversationId, 'We launch in March, whatever comes.');
    const [memory] = await list(`?conversationId=${conversationId}`);
    return { conversationId, id: memory?.id ?? '' };
  }

  it('does not go with its conversation when that is asked for, of that conversation only', async () => {
    const [mine, other] = [await aMemory(), await aMemory()];
    const removeConversation = (id: string, keep: string) =>
      call('DELETE', `/conversations/${id}?keepMemories=${keep}`);
    expect((await removeConversation(mine.conversationId, 'mem_1')).status).toBe(400);
    expect((await removeConversation(mine.conversationId, '')).status).toBe(400);
    const both = `${mine.id},${other.id}`;
    expect((await removeConversation(mine.conversationId, both)).status).toBe(404);
    expect((await removeConversation(mine.conversationId, mine.id)).status).toBe(204);
    const kept = memorySchema.parse(await (await call('GET', `/memories/${mine.id}`)).json());
    expect(kept).toMatchObject({ conversationId: null });
  });

  it('exists in no route, list or search, and comes back as it was', async () => {
    const { id, conversationId } = await aMemory();
    await sendJson('PATCH', `${gateway.url}/memories/${id}`, { narrative: 'The secret launch.' });
    await call('PUT', `/memories/${id}/pin`);
    const before = memorySchema.parse(await (await call('GET', `/memories/${id}`)).json());
    expect((await remove(id)).status).toBe(204);
    const refused = [
      call('GET', `/memories/${id}`),
      call('GET', `/memories/${id}/narratives`),
      call('PUT', `/memories/${id}/pin`),
      call('DELETE', `/memories/${id}/pin`),
      call('POST', `/memories/${id}/rescore`),
      sendJson('PATCH', `${gateway.url}/memories/${id}`, { narrative: 'Else.' }),
      remove(id),
    ];
    const statuses = (await Promise.all(refused)).map(({ status }) => status);
    expect(statuses).toEqual(refused.map(() => 404));
    for (const query of [`?conversationId=${conversationId}`, '?search=secret', '?pinned=true']) {
      expect((await list(query)).map((memory) => memory.id)).not.toContain(id);
    }
    expect(await bin()).toContainEqual(
      expect.objectContaining({
        ...{ kind: 'memory', id, belongsTo: conversationId, title: 'The secret launch.' },
      }),
    );
    const restored = await restore(id);
    expect([restored.status, memorySchema.parse(await restored.json())]).toEqual([200, before]);
    expect((await call('GET', `/memories/${id}/narratives`)).status).toBe(200);
    expect(JSON.stringify(await bin())).not.toContain(id);
  });

  it('is in the bin of its owner only', async () => {
    const written = await sendJson('POST', `${gateway.url}/memories`, {
      ...{ narrative: 'She moved to Lisbon.', ownerId: 'eve' },
    });
    const { id } = memorySchema.parse(await written.json());
    await remove(id);
    expect(await bin('?ownerId=eve')).toMatchObject([{ id, ownerId: 'eve', belongsTo: null }]);
    expect(JSON.stringify(await bin('?ownerId=ada'))).not.toContain(id);
  });

  it('that is deleted for good, at once or from the bin, is nowhere', async () => {
    const [first, second] = [await aMemory(), await aMemory()];
    await remove(second.id);
    for (const { id } of [first, second]) {
      expect((await remove(id, '?permanently=true')).status).toBe(204);
      expect((await remove(id, '?permanently=true')).status).toBe(404);
      expect((await restore(id)).status).toBe(404);
      expect(JSON.stringify(await bin())).not.toContain(id);
    }
    const cleaning = await call('GET', '/tasks?type=clean_up');
    expect(await cleaning.json()).toMatchObject({ items: [{ type: 'clean_up' }] });
  });

  it('cannot be restored while its conversation is in the bin, nor when it is not there', async () => {
    const { id, conversationId } = await aMemory();
    expect((await restore(id)).status).toBe(404);
    await remove(id);
    await call('DELETE', `/conversations/${conversationId}`);
    expect((await restore(id)).status).toBe(404);
    expect(JSON.stringify(await bin())).not.toContain(id);
    await call('POST', `/conversations/${conversationId}/restore`);
    expect((await restore(id)).status).toBe(200);
    expect((await restore('mem_x')).status).toBe(400);
  });
});
