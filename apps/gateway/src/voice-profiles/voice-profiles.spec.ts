import { describe, expect, it } from '@jest/globals';
import { problemSchema, voiceProfilePageSchema } from '#contracts/api';
import { useGateway } from '../../../../test/support/gateway.ts';

const UNKNOWN = 'vpr_01jd3k4m5n6p7q8r9s0t1v2w3x';

describe('the named voices of an owner', () => {
  const gateway = useGateway();

  const send = (query: string, method = 'GET') =>
    fetch(`${gateway.url}/voice-profiles${query}`, { method });
  const codeOf = async (response: Response) => {
    const { status, code } = problemSchema.parse(await response.json());
    return [status, code];
  };

  it('are none until somebody has asked for it', async () => {
    const page = voiceProfilePageSchema.parse(await (await send('?ownerId=ada')).json());
    expect(page).toEqual({ items: [], nextCursor: null });
  });

  it('are forgotten all at once, also where there are none', async () => {
    expect((await send('?ownerId=ada', 'DELETE')).status).toBe(204);
  });

  it('are not found where there is none', async () => {
    expect(await codeOf(await send(`/${UNKNOWN}`, 'DELETE'))).toEqual([404, 'not_found']);
  });

  it.each([
    ['', 'GET'],
    ['?ownerId=a%20b', 'GET'],
    ['', 'DELETE'],
    ['/vpr_1', 'DELETE'],
  ])('are refused without a valid owner or id: %s %s', async (query, method) => {
    expect(await codeOf(await send(query, method))).toEqual([400, 'invalid_request']);
  });
});
