import { describe, expect, it } from '@jest/globals';
import { conversationSpeakersSchema, problemSchema } from '#contracts/api';
import { createConversation, sendJson } from '../../../../../test/support/api.ts';
import { useGateway } from '../../../../../test/support/gateway.ts';

const UNKNOWN = 'spk_01jd3k4m5n6p7q8r9s0t1v2w60';

describe('the speakers of a conversation', () => {
  const gateway = useGateway();

  async function aConversation(): Promise<string> {
    const id = await createConversation(gateway.url);
    const turns = ['Tom', 'Ada', 'Tom'].map((speaker) => ({ speaker, text: 'We meet at nine.' }));
    await sendJson('POST', `${gateway.url}/conversations/${id}/exchanges`, { turns });
    return id;
  }
  const urlOf = (id: string) => `${gateway.url}/conversations/${id}/speakers`;
  const change = (id: string, body: unknown) => sendJson('POST', `${urlOf(id)}/changes`, body);
  const undo = (id: string, changeId: string) =>
    sendJson('POST', `${urlOf(id)}/changes/${changeId}/undo`, {});
  const speakersOf = async (response: Response) =>
    conversationSpeakersSchema.parse(await response.json());
  const problemOf = async (response: Response) => problemSchema.parse(await response.json());

  it('are listed in the order in which they first speak', async () => {
    const { speakers, changes, suggestions } = await speakersOf(
      await fetch(urlOf(await aConversation())),
    );
    expect(speakers).toEqual([
      { name: 'Tom', voiceLabels: [], turnCount: 2, talkMs: 0, samples: [] },
      { name: 'Ada', voiceLabels: [], turnCount: 1, talkMs: 0, samples: [] },
    ]);
    expect(changes).toEqual([]);
    expect(suggestions).toEqual([]);
  });

  it('are renamed, merged, and parted again', async () => {
    const id = await aConversation();
    const renamed = await speakersOf(await change(id, { from: 'Tom', to: 'Thomas' }));
    expect(renamed.speakers.map(({ name }) => name)).toEqual(['Thomas', 'Ada']);
    expect(renamed.changes).toMatchObject([{ from: 'Tom', to: 'Thomas', undoneAt: null }]);
    const refused = await problemOf(await change(id, { from: 'Ada', to: 'Thomas' }));
    expect(refused).toMatchObject({ status: 409, code: 'speaker_exists' });
    const merged = await speakersOf(await change(id, { from: 'Ada', to: 'Thomas', merge: true }));
    expect(merged.speakers).toMatchObject([{ name: 'Thomas', turnCount: 3 }]);
    expect(merged.revision).toBe(renamed.revision + 1);
    for (let times = 0; times < 2; times += 1) {
      const parted = await speakersOf(await undo(id, merged.changes[0]?.id ?? ''));
      expect(parted.speakers.map(({ name }) => name)).toEqual(['Thomas', 'Ada']);
      expect(parted.revision).toBe(merged.revision + 1);
    }
    const transcript = await (
      await fetch(`${gateway.url}/conversations/${id}/transcript?format=txt`)
    ).text();
    expect(transcript).toContain('Thomas');
  });

  it.each([
    [{ from: 'Tom' }, 400, 'invalid_request'],
    [{ from: 'Tom', to: ' ' }, 400, 'invalid_request'],
    [{ from: 'Tom', to: 'x'.repeat(101) }, 400, 'invalid_request'],
    [{ from: 'Tom', to: 'Thomas', speaker: 'Ada' }, 400, 'invalid_request'],
    [{ from: 'Bob', to: 'Robert' }, 404, 'speaker_unknown'],
  ])('refuse %j', async (body, status, code) => {
    expect(await problemOf(await change(await aConversation(), body))).toMatchObject({
      status,
      code,
    });
  });

  it.each([
    [{ segmentIds: [], speaker: 'Ada' }],
    [{ segmentIds: ['seg_1'], speaker: 'Ada' }],
    [{ segmentIds: ['seg_01jd3k4m5n6p7q8r9s0t1v2w43'] }],
  ])('refuse passages like %j', async (body) => {
    const answer = await sendJson('POST', `${urlOf(await aConversation())}/passages`, body);
    expect(await problemOf(answer)).toMatchObject({ status: 400, code: 'invalid_request' });
  });

  it('are nobody whom no voice sounds like', async () => {
    const id = await aConversation();
    const reject = (body: unknown) => sendJson('POST', `${urlOf(id)}/rejections`, body);
    const unheard = await problemOf(await reject({ speaker: 'Tom', name: 'Grace' }));
    expect(unheard).toMatchObject({ status: 404, code: 'speaker_unknown' });
    for (const body of [{}, { speaker: 'Tom' }, { speaker: 'Tom', name: ' ' }, null])
      expect(await problemOf(await reject(body))).toMatchObject({ code: 'invalid_request' });
  });

  it('are not found where there is none', async () => {
    const nowhere = 'cnv_01jd3k4m5n6p7q8r9s0t1v2w3x';
    const id = await aConversation();
    const answers = [
      await fetch(urlOf(nowhere)),
      await change(nowhere, { from: 'Tom', to: 'Thomas' }),
      await undo(id, UNKNOWN),
    ];
    for (const answer of answers)
      expect(await problemOf(answer)).toMatchObject({ status: 404, code: 'not_found' });
  });
});
