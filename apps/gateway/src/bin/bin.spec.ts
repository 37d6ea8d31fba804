import { describe, expect, it } from '@jest/globals';
import { binPageSchema, conversationDetailSchema } from '#contracts/api';
import {
  acceptClip,
  addExchange,
  clipForm,
  createConversation,
  sendJson,
  upload,
} from '../../../../test/support/api.ts';
import { useGateway } from '../../../../test/support/gateway.ts';

describe('a deleted conversation', () => {
  const gateway = useGateway();
  const get = (path: string) => fetch(`${gateway.url}${path}`);
  const remove = (id: string) => fetch(`${gateway.url}/conversations/${id}`, { method: 'DELETE' });
  const restore = (id: string) =>
    fetch(`${gateway.url}/conversations/${id}/restore`, { method: 'POST' });
  const bin = async (query = '') => binPageSchema.parse(await (await get(`/bin${query}`)).json());

  async function aConversation() {
    const id = await createConversation(gateway.url, 'Private');
    const { clip, task } = await acceptClip(gateway.url, id);
    await addExchange(gateway.url, id, 'We launch in March.');
    return { id, clipId: clip.id, taskId: task.id };
  }

  it('exists in no route, and comes back as it was', async () => {
    const { id, clipId, taskId } = await aConversation();
    const before = conversationDetailSchema.parse(await (await get(`/conversations/${id}`)).json());
    expect((await remove(id)).status).toBe(204);
    const reads = [
      `/conversations/${id}`,
      `/conversations/${id}/transcript`,
      `/conversations/${id}/summary`,
      `/conversations/${id}/clips/${clipId}/audio`,
      `/tasks/${taskId}`,
      `/tasks/${taskId}/events`,
    ];
    for (const path of reads) expect([path, (await get(path)).status]).toEqual([path, 404]);
    const writes = [
      sendJson('PATCH', `${gateway.url}/conversations/${id}`, { title: 'x' }),
      sendJson('POST', `${gateway.url}/conversations/${id}/exchanges`, {
        turns: [{ speaker: 'Ada', text: 'More.' }],
      }),
      upload(gateway.url, id, clipForm(new TextEncoder().encode('sound'))),
      sendJson('POST', `${gateway.url}/tasks`, { type: 'summary', conversationId: id }),
      sendJson('POST', `${gateway.url}/tasks`, { type: 'transcription', clipId }),
      sendJson('POST', `${gateway.url}/tasks/${taskId}/cancel`, {}),
      sendJson('POST', `${gateway.url}/tasks/${taskId}/retry`, {}),
      sendJson('POST', `${gateway.url}/conversations/${id}/cancel`, {}),
      remove(id),
    ];
    const statuses = (await Promise.all(writes)).map(({ status }) => status);
    expect(statuses).toEqual(writes.map(() => 404));
    for (const list of ['/conversations', `/tasks`, '/memories']) {
      expect(await (await get(`${list}?limit=200`)).text()).not.toContain(id);
    }
    const restored = await restore(id);
    expect(restored.status).toBe(200);
    expect(await restored.json()).toMatchObject({ id, title: 'Private', clipCount: 1 });
    const after = conversationDetailSchema.parse(await (await get(`/conversations/${id}`)).json());
    const { clips, ...known } = before;
    expect(after).toMatchObject(known);
    expect(after.clips.map((clip) => clip.id)).toEqual(clips.map((clip) => clip.id));
    expect(await (await get(`/tasks/${taskId}`)).json()).toMatchObject({ state: 'pending' });
  });

  it('is in the bin of its owner, and nowhere else', async () => {
    const { id } = await aConversation();
    expect((await bin()).items).not.toContainEqual(expect.objectContaining({ id }));
    await remove(id);
    expect((await bin('?ownerId=local')).items[0]).toMatchObject({ id, title: 'Private' });
    expect((await bin('?ownerId=somebody')).items).toEqual([]);
    expect((await get('/bin?cursor=nonsense')).status).toBe(400);
    const beyond = `${'9'.repeat(15)}.cnv_01jd3k4m5n6p7q8r9s0t1v2w3x`;
    expect((await get(`/bin?cursor=${beyond}`)).status).toBe(400);
    const latest = `${'9'.repeat(13)}.cnv_01jd3k4m5n6p7q8r9s0t1v2w3x`;
    expect((await get(`/bin?cursor=${latest}`)).status).toBe(200);
    const { nextCursor } = await bin('?limit=1');
    if (nextCursor !== null) expect((await bin(`?cursor=${nextCursor}`)).items).not.toEqual([]);
  });

  it('can be deleted for good, at once and from the bin, and then is nowhere', async () => {
    const removeForGood = (id: string) =>
      fetch(`${gateway.url}/conversations/${id}?permanently=true`, { method: 'DELETE' });
    const { id } = await aConversation();
    const { id: binned } = await aConversation();
    await remove(binned);
    for (const each of [id, binned]) {
      expect((await removeForGood(each)).status).toBe(204);
      expect((await restore(each)).status).toBe(404);
      expect((await removeForGood(each)).status).toBe(404);
      expect((await get(`/conversations/${each}`)).status).toBe(404);
      expect(JSON.stringify(await bin())).not.toContain(each);
    }
    const wrong = `${gateway.url}/conversations/${id}?permanently=perhaps`;
    expect((await fetch(wrong, { method: 'DELETE' })).status).toBe(400);
    expect(await (await get('/tasks?type=clean_up')).json()).toMatchObject({
      items: [{ type: 'clean_up', ownerId: 'installation', workflowId: 'clean_up:installation' }],
    });
  });

  it('cannot be restored when it is not in the bin', async () => {
    const id = await createConversation(gateway.url);
    expect((await restore(id)).status).toBe(404);
    expect((await restore('cnv_x')).status).toBe(400);
  });

  it('ends the streams of its tasks with a last word', async () => {
    const { id, taskId } = await aConversation();
    const stream = await get(`/tasks/${taskId}/events`);
    expect(stream.status).toBe(200);
    const ended = stream.text();
    await remove(id);
    const last = (await ended).trim().split('\n\n').at(-1);
    expect(last).toMatch(/^event: gone\n/);
    expect(last).toContain(JSON.stringify({ taskId }));
  });

  it('is deleted once, however many ask at the same time', async () => {
    const { id } = await aConversation();
    const statuses = (await Promise.all([1, 2, 3].map(() => remove(id)))).map((r) => r.status);
    expect(statuses.sort()).toEqual([204, 404, 404]);
  });
});
