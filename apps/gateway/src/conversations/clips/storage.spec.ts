import { rm, writeFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import {
  acceptedClipSchema,
  conversationPageSchema,
  healthSchema,
  problemSchema,
} from '#contracts/api';
import { clipForm } from '../../../../../test/support/api.ts';
import { useGateway } from '../../../../../test/support/gateway.ts';

describe('a folder of recordings that cannot be written', () => {
  const gateway = useGateway();
  const send = () =>
    fetch(`${gateway.url}/clips`, { method: 'POST', body: clipForm(Buffer.alloc(90, 1)) });
  const storage = async () => {
    const response = await fetch(`${gateway.url}/health/ready`);
    return healthSchema.parse(await response.json()).checks['storage'];
  };

  it('refuses an upload with a code, is known to readiness, and takes it again afterwards', async () => {
    expect(await storage()).toEqual({ status: 'ok' });
    await rm(gateway.blobFolder, { recursive: true, force: true });
    await writeFile(gateway.blobFolder, 'no folder');
    const response = await send();
    expect(response.status).toBe(503);
    expect(problemSchema.parse(await response.json())).toMatchObject({
      ...{ code: 'storage_unavailable', retryable: true },
    });
    expect(await storage()).toMatchObject({ status: 'failed' });
    const page = await fetch(`${gateway.url}/conversations`);
    expect(conversationPageSchema.parse(await page.json()).items).toEqual([]);

    await rm(gateway.blobFolder);
    expect(await storage()).toEqual({ status: 'ok' });
    expect(acceptedClipSchema.parse(await (await send()).json()).clip.sizeBytes).toBe(90);
  });
});
