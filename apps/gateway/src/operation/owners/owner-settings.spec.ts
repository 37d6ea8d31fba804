import { describe, expect, it } from '@jest/globals';
import {
  memorySchema,
  ownerSettingsPageSchema,
  ownerSettingsSchema,
  problemSchema,
} from '#contracts/api';
import { sendJson } from '../../../../../test/support/api.ts';
import { useGateway } from '../../../../../test/support/gateway.ts';

describe('the settings of an owner', () => {
  const gateway = useGateway();

  const urlOf = (ownerId: string) => `${gateway.url}/owners/${ownerId}/settings`;
  const change = (ownerId: string, body: unknown) => sendJson('PATCH', urlOf(ownerId), body);
  const settingsOf = async (ownerId: string) =>
    ownerSettingsSchema.parse(await (await fetch(urlOf(ownerId))).json());
  const remember = async (ownerId: string, more: object = {}) =>
    memorySchema.parse(
      await (
        await sendJson('POST', `${gateway.url}/memories`, {
          ownerId,
          narrative: 'She moved to Lisbon.',
          ...more,
        })
      ).json(),
    );

  it('are the defaults until something is set', async () => {
    expect(await settingsOf('nobody')).toEqual({
      ownerId: 'nobody',
      scoring: true,
      scoringOfInstallation: true,
      voiceProfiles: false,
      voiceProfilesOfInstallation: false,
      spokenLanguage: null,
      memoriesWaiting: 0,
    });
  });

  it('keep memories without a score while scoring is off, and give them a task when it is on', async () => {
    const off = await change('quiet', { scoring: false });
    expect([off.status, ownerSettingsSchema.parse(await off.json())]).toMatchObject([
      200,
      { scoring: false, memoriesWaiting: 0 },
    ]);
    const memory = await remember('quiet');
    expect(memory).toMatchObject({ significance: null, taskId: null });
    expect(await settingsOf('quiet')).toMatchObject({ scoring: false, memoriesWaiting: 1 });
    const listed = await fetch(`${gateway.url}/owners/settings`);
    expect(ownerSettingsPageSchema.parse(await listed.json()).items).toEqual([
      await settingsOf('quiet'),
    ]);
    const on = await change('quiet', { scoring: true });
    expect(await on.json()).toMatchObject({ scoring: true, memoriesWaiting: 0 });
    const found = await fetch(`${gateway.url}/memories/${memory.id}`);
    expect(memorySchema.parse(await found.json()).taskId).not.toBeNull();
  });

  it('have a spoken language, which stays when something else is changed', async () => {
    const set = await change('polyglot', { spokenLanguage: 'pt' });
    expect(ownerSettingsSchema.parse(await set.json())).toMatchObject({
      ...{ spokenLanguage: 'pt', scoring: true, voiceProfiles: false },
    });
    await change('polyglot', { voiceProfiles: true });
    expect(await settingsOf('polyglot')).toMatchObject({ spokenLanguage: 'pt' });
    await change('polyglot', { spokenLanguage: null });
    expect(await settingsOf('polyglot')).toMatchObject({ spokenLanguage: null });
  });

  it.each([
    [{}],
    [{ spokenLanguage: 'portuguese' }],
    [{ spokenLanguage: '' }],
    [{ scoring: 'no' }],
    [{ scoring: true, limit: 3 }],
    [null],
  ])('are refused when they are not valid: %j', async (body) => {
    const response = await change('ada', body);
    expect([response.status, problemSchema.parse(await response.json()).code]).toEqual([
      400,
      'invalid_request',
    ]);
  });

  it('belong to owners with valid names, also in the cursor of the list', async () => {
    expect((await change('a b', { scoring: false })).status).toBe(400);
    expect((await fetch(`${gateway.url}/owners/settings?cursor=a%20b`)).status).toBe(400);
  });
});
