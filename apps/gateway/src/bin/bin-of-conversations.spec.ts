import { describe, expect, it } from '@jest/globals';
import {
  binPageSchema,
  clipSchema,
  conversationDetailSchema,
  exchangeSchema,
  transcriptSchema,
} from '#contracts/api';
import {
  acceptClip,
  addExchange,
  createConversation,
  sendJson,
} from '../../../../test/support/api.ts';
import { useGateway } from '../../../../test/support/gateway.ts';

describe('what is deleted of a conversation', () => {
  const gateway = useGateway();
  const call = (method: string, path: string) => fetch(`${gateway.url}${path}`, { method });
  const statusOf = async (method: string, path: string) => (await call(method, path)).status;
  const bin = async () => binPageSchema.parse(await (await call('GET', '/bin')).json()).items;
  const detail = async (id: string) =>
    conversationDetailSchema.parse(await (await call('GET', `/conversations/${id}`)).json());
  const transcript = async (id: string) =>
    transcriptSchema.parse(await (await call('GET', `/conversations/${id}/transcript`)).json());

  /** A conversation of a recording and a typed exchange, and the paths of both. */
  async function aConversation() {
    const id = await createConversation(gateway.url, 'Private');
    const { clip, task } = await acceptClip(gateway.url, id);
    await addExchange(gateway.url, id, 'The marmalade clock stands in the small hall.');
    const { turns } = await transcript(id);
    const [recorded, typed] = turns;
    const at = `/conversations/${id}`;
    return {
      ...{ id, task, clip, segmentId: typed?.segments[0]?.id ?? '' },
      recorded: `${at}/exchanges/${recorded?.exchangeId ?? ''}`,
      typed: `${at}/exchanges/${typed?.exchangeId ?? ''}`,
      ofClip: `${at}/clips/${clip.id}`,
      typedTurn: typed?.turnId ?? '',
    };
  }

  it('exists in no route, format or search, and comes back to its place', async () => {
    const { id, typed, segmentId, typedTurn } = await aConversation();
    const before = await transcript(id);
    const { revision } = await detail(id);
    expect(await statusOf('DELETE', typed)).toBe(204);
    expect(await detail(id)).toMatchObject({ revision: revision + 1, exchangeCount: 1 });
    for (const format of ['json', 'md', 'txt', 'srt', 'vtt']) {
      const text = await (
        await call('GET', `/conversations/${id}/transcript?format=${format}`)
      ).text();
      expect(text).not.toContain('marmalade');
    }
    expect(await (await call('GET', '/conversations?search=marmalade')).text()).not.toContain(id);
    expect(await (await call('GET', '/memories?search=marmalade')).text()).not.toContain(id);
    const edited = sendJson('PATCH', `${gateway.url}/conversations/${id}/segments/${segmentId}`, {
      text: 'Else.',
    });
    expect((await edited).status).toBe(404);
    const versions = `/conversations/${id}/turns/${typedTurn}/versions`;
    expect(await statusOf('GET', versions)).toBe(404);
    expect(await bin()).toContainEqual(
      expect.objectContaining({
        ...{ kind: 'exchange', belongsTo: id },
        title: 'Ada: The marmalade clock stands in the small hall.',
      }),
    );
    const restored = await call('POST', `${typed}/restore`);
    expect(restored.status).toBe(200);
    expect(exchangeSchema.parse(await restored.json())).toMatchObject({
      ...{ conversationId: id, revision: revision + 2, turnIds: [typedTurn] },
      memoryIds: [expect.any(String)],
    });
    expect((await transcript(id)).turns).toEqual(before.turns);
  });

  it('takes a recording with its task and stream along', async () => {
    const { id, ofClip, task, clip } = await aConversation();
    const stream = await call('GET', `/tasks/${task.id}/events`);
    const ended = stream.text();
    expect(await statusOf('DELETE', ofClip)).toBe(204);
    expect((await ended).trim().split('\n\n').at(-1)).toMatch(/^event: gone\n/);
    expect(await detail(id)).toMatchObject({ clipCount: 0, exchangeCount: 1, clips: [] });
    const reads = [`${ofClip}/audio`, `/tasks/${task.id}`, `/tasks/${task.id}/events`];
    for (const path of reads) expect([path, await statusOf('GET', path)]).toEqual([path, 404]);
    const again = await sendJson('POST', `${gateway.url}/tasks`, {
      ...{ type: 'transcription', clipId: clip.id },
    });
    expect(again.status).toBe(404);
    expect(await (await call('GET', `/tasks?conversationId=${id}`)).text()).not.toContain(clip.id);
    const restored = await call('POST', `${ofClip}/restore`);
    expect(restored.status).toBe(200);
    expect(clipSchema.parse(await restored.json())).toMatchObject({
      ...{ id: clip.id, fileName: clip.fileName, taskState: 'pending' },
    });
    expect(await detail(id)).toMatchObject({ clipCount: 1, exchangeCount: 2 });
  });

  it('takes an exchange of a recording along, so none is empty', async () => {
    const { ofClip, recorded } = await aConversation();
    await call('DELETE', ofClip);
    expect(await statusOf('DELETE', recorded)).toBe(404);
    expect(await statusOf('POST', `${recorded}/restore`)).toBe(404);
    await call('POST', `${ofClip}/restore`);
    expect(await statusOf('DELETE', recorded)).toBe(204);
    expect(await statusOf('DELETE', ofClip)).toBe(404);
  });

  it('belongs to its conversation, and to no other', async () => {
    const { typed, ofClip } = await aConversation();
    const other = await createConversation(gateway.url, 'Other');
    for (const own of [typed, ofClip]) {
      const foreign = own.replace(/cnv_[0-9a-z]+/, other);
      expect(await statusOf('DELETE', foreign)).toBe(404);
      expect(await statusOf('DELETE', `${foreign}?permanently=true`)).toBe(404);
      expect(await statusOf('DELETE', own)).toBe(204);
      expect(await statusOf('POST', `${foreign}/restore`)).toBe(404);
      expect(await statusOf('DELETE', `${foreign}?permanently=true`)).toBe(404);
      expect(await statusOf('POST', `${own}/restore`)).toBe(200);
      expect(await statusOf('DELETE', own.replace(/(exc|clp)_[0-9a-z]+/, 'x'))).toBe(400);
      expect(await statusOf('DELETE', `${own}?permanently=perhaps`)).toBe(400);
    }
  });

  it('that is deleted for good, at once or from the bin, is nowhere', async () => {
    const { typed, ofClip } = await aConversation();
    await call('DELETE', typed);
    for (const path of [typed, ofClip]) {
      expect(await statusOf('DELETE', `${path}?permanently=true`)).toBe(204);
      expect(await statusOf('DELETE', `${path}?permanently=true`)).toBe(404);
      expect(await statusOf('POST', `${path}/restore`)).toBe(404);
      expect(JSON.stringify(await bin())).not.toContain(path.split('/').at(-1));
    }
  });

  it('cannot be restored while its conversation is in the bin', async () => {
    const { id, typed } = await aConversation();
    await call('DELETE', typed);
    await call('DELETE', `/conversations/${id}`);
    expect(await statusOf('POST', `${typed}/restore`)).toBe(404);
    await call('POST', `/conversations/${id}/restore`);
    expect(await statusOf('POST', `${typed}/restore`)).toBe(200);
  });

  it('answers a repeated request for it as for what does not exist', async () => {
    const id = await createConversation(gateway.url, 'Twice');
    const add = () =>
      fetch(`${gateway.url}/conversations/${id}/exchanges`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': `once ${id}` },
        body: JSON.stringify({ turns: [{ speaker: 'Ada', text: 'Only once.' }] }),
      });
    const { id: exchangeId } = exchangeSchema.parse(await (await add()).json());
    await call('DELETE', `/conversations/${id}/exchanges/${exchangeId}`);
    expect((await add()).status).toBe(404);
  });
});
