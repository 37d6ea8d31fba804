import { describe, expect, it } from '@jest/globals';
import {
  acceptClip,
  clipForm,
  createConversation,
  sendJson,
  upload,
} from '../../../../test/support/api.ts';
import { useGateway } from '../../../../test/support/gateway.ts';

describe('the priority of a task', () => {
  const gateway = useGateway();

  it('is interactive unless the request sets another', async () => {
    const id = await createConversation(gateway.url);
    const response = await upload(
      gateway.url,
      id,
      clipForm(new Uint8Array([1, 2]), { before: { priority: 'batch' } }),
    );
    expect(await response.json()).toMatchObject({ task: { priority: 'batch' } });
    expect(await acceptClip(gateway.url, id)).toMatchObject({ task: { priority: 'interactive' } });
    const wrong = clipForm(new Uint8Array([1]), { after: { priority: 'now' } });
    const refused = await upload(gateway.url, id, wrong);
    expect(await refused.json()).toMatchObject({ errors: [{ path: 'priority' }] });
    const asked = { type: 'summary', conversationId: id, priority: 'batch' };
    const made = await sendJson('POST', `${gateway.url}/tasks`, asked);
    expect(await made.json()).toMatchObject({ type: 'summary', priority: 'batch' });
    const test = await fetch(`${gateway.url}/tasks/test/correction?priority=batch`, {
      method: 'POST',
    });
    expect(await test.json()).toMatchObject({ type: 'correction', priority: 'batch' });
  });
});
