import { describe, expect, it } from '@jest/globals';
import {
  actionItemListSchema,
  conversationSchema,
  problemSchema,
  summaryEditListSchema,
  summarySchema,
  taskSchema,
} from '#contracts/api';
import type { SummaryEvidence, SummaryPoint } from '#contracts/model';
import { SummariesRepository } from '#store';
import { addExchange, createConversation, sendJson } from '../../../../../test/support/api.ts';
import { useGateway } from '../../../../../test/support/gateway.ts';
import { PLAIN_RESULT } from '../../../../../libs/store/src/summary-result.fixture.ts';

describe('summaries', () => {
  const gateway = useGateway();

  const get = async (path: string): Promise<unknown> =>
    (await fetch(`${gateway.url}/conversations/${path}`)).json();
  const summarise = async (
    conversationId: string,
    overview: string,
    stored = (point: SummaryPoint): SummaryPoint => point,
    evidence: SummaryEvidence | null = null,
  ) => {
    const wanted = { type: 'summary', conversationId };
    const asked = await sendJson('POST', `${gateway.url}/tasks`, wanted);
    const { id: taskId } = taskSchema.parse(await asked.json());
    const run = { taskId, attempt: 1 };
    const summaries = gateway.app.get(SummariesRepository);
    const work = await summaries.start(run, 'run-1');
    const turnIds = work?.turns.map((turn) => turn.turnId) ?? [];
    const segments = turnIds.slice(0, 1).map((turnId) => {
      return { turnId, segmentId: 'seg_01jd3k4m5n6p7q8r9s0t1v2w64', startMs: 4_200 };
    });
    const point = { text: 'We launch on Monday.', turnIds, segments };
    await summaries.complete(run, {
      revision: work?.revision ?? 0,
      engine: 'e',
      ...PLAIN_RESULT,
      evidence,
      turnCount: turnIds.length,
      content: {
        overview,
        keyPoints: [stored(point)],
        decisions: [stored(point)],
        actionItems: [{ ...stored(point), who: 'Ada', when: null }],
      },
      warnings: [],
    });
    return { taskId, point };
  };

  it('are missing until the first is written, which differs from an unknown conversation', async () => {
    const id = await createConversation(gateway.url);
    const early = problemSchema.parse(await get(`${id}/summary`));
    expect(early).toMatchObject({ status: 404, code: 'summary_missing', retryable: true });
    const nowhere = problemSchema.parse(await get('cnv_01jd3k4m5n6p7q8r9s0t1v2w3x/summary'));
    expect(nowhere).toMatchObject({ status: 404, code: 'not_found', retryable: false });
  });

  it('name their content, the summarised revision and the task', async () => {
    const id = await createConversation(gateway.url);
    await addExchange(gateway.url, id, 'We launch on Monday.', 'Good.');
    const { taskId, point } = await summarise(id, 'A launch.');
    expect(point.turnIds).toHaveLength(2);
    expect(summarySchema.parse(await get(`${id}/summary`))).toMatchObject({
      conversationId: id,
      revision: 1,
      current: true,
      overview: 'A launch.',
      keyPoints: [point],
      decisions: [{ ...point, certainty: 'certain' }],
      actionItems: [{ ...point, who: 'Ada', when: null, certainty: 'certain' }],
      turnCount: 2,
      engine: 'e',
      taskId,
    });
    expect(conversationSchema.parse(await get(id)).summaryRevision).toBe(1);
  });

  it('name only turns when they are from before segments were cited', async () => {
    const id = await createConversation(gateway.url);
    await addExchange(gateway.url, id, 'We launch on Monday.');
    await summarise(id, 'An old one.', (point) => ({ text: point.text, turnIds: point.turnIds }));
    const { keyPoints, actionItems } = summarySchema.parse(await get(`${id}/summary`));
    expect([...keyPoints, ...actionItems]).toMatchObject([{ segments: [] }, { segments: [] }]);
    expect(keyPoints[0]?.turnIds).toHaveLength(1);
  });

  it('stay readable when the text changes, and are no longer current', async () => {
    const id = await createConversation(gateway.url);
    await addExchange(gateway.url, id, 'We launch on Monday.');
    await summarise(id, 'First.');
    await addExchange(gateway.url, id, 'No, on Tuesday.');
    expect(summarySchema.parse(await get(`${id}/summary`))).toMatchObject({
      overview: 'First.',
      revision: 1,
      current: false,
    });
    await summarise(id, 'Second.');
    expect(summarySchema.parse(await get(`${id}/summary`))).toMatchObject({
      overview: 'Second.',
      revision: 2,
      current: true,
    });
  });

  it('tell what was left out, and how much of the text they draw on', async () => {
    const id = await createConversation(gateway.url);
    await addExchange(gateway.url, id, 'We launch on Monday.');
    await summarise(id, 'A launch.');
    expect(summarySchema.parse(await get(`${id}/summary`))).toMatchObject({
      ...{ leftOut: null, coverage: null, template: 'detailed', language: 'en' },
      ...{ editedAt: null, newer: null },
    });
    const coverage = { turnsCited: 1, turnCount: 1, textShare: 1, thirds: [1, 0, 0] } as const;
    await summarise(id, 'Again.', undefined, { leftOut: { date: 2, name: 1 }, coverage });
    expect(summarySchema.parse(await get(`${id}/summary`))).toMatchObject({
      leftOut: { count: 3, reasons: { date: 2, name: 1 } },
      coverage,
    });
  });

  it('stay as a person has edited them, beside later ones', async () => {
    const id = await createConversation(gateway.url);
    await addExchange(gateway.url, id, 'We launch on Monday.');
    const { point } = await summarise(id, 'First.');
    const path = `${gateway.url}/conversations/${id}/summary`;
    const edit = async (body: unknown) =>
      summarySchema.parse(await (await sendJson('PATCH', path, body)).json());
    const keyPoints = [{ ...point, text: 'The launch is on Monday.' }, { text: 'Tom was ill.' }];
    const edited = await edit({ overview: 'Edited.', keyPoints });
    expect(edited).toMatchObject({
      overview: 'Edited.',
      keyPoints: [keyPoints[0], { text: 'Tom was ill.', turnIds: [], segments: [] }],
      decisions: [{ text: point.text }],
      newer: null,
    });
    await addExchange(gateway.url, id, 'No, on Tuesday.');
    await summarise(id, 'Second.');
    const shown = summarySchema.parse(await get(`${id}/summary`));
    expect(shown).toMatchObject({ overview: 'Edited.', current: false, newer: { revision: 2 } });
    const newest = summarySchema.parse(await get(`${id}/summary/newest`));
    expect(newest).toMatchObject({ id: shown.newer?.id, overview: 'Second.', editedAt: null });
    const taken = await fetch(`${path}/edit`, { method: 'DELETE' });
    expect(summarySchema.parse(await taken.json())).toEqual(newest);
    const { items } = summaryEditListSchema.parse(await get(`${id}/summary/edits`));
    expect(items.map(({ content }) => content?.overview ?? null)).toEqual(['Edited.', null]);
  });

  it('refuse edits that are none, and of what is not there, each with its code', async () => {
    const id = await createConversation(gateway.url);
    const path = `${gateway.url}/conversations/${id}/summary`;
    const code = async (response: Response) => problemSchema.parse(await response.json()).code;
    const edit = async (body: unknown) => code(await sendJson('PATCH', path, body));
    expect(await edit({ overview: 'So.' })).toBe('summary_missing');
    expect(await edit({})).toBe('invalid_request');
    expect(await edit({ overview: ' ' })).toBe('invalid_request');
    expect(await edit({ engine: 'me' })).toBe('invalid_request');
    expect(await edit({ keyPoints: [{ text: 'So.', turnIds: ['x'] }] })).toBe('invalid_request');
    await addExchange(gateway.url, id, 'We launch on Monday.');
    await summarise(id, 'First.');
    const foreign = { text: 'So.', turnIds: ['trn_01jd3k4m5n6p7q8r9s0t1v2w3x'] };
    expect(await edit({ keyPoints: [foreign] })).toBe('not_found');
    const nowhere = `${gateway.url}/conversations/cnv_01jd3k4m5n6p7q8r9s0t1v2w3x/summary`;
    expect(await code(await sendJson('PATCH', nowhere, { overview: 'So.' }))).toBe('not_found');
    expect(await code(await fetch(`${nowhere}/edits`))).toBe('not_found');
    expect(await code(await fetch(`${nowhere}/newest`))).toBe('not_found');
  });

  it('have the style that a person sets, with instructions only where a model follows them', async () => {
    const id = await createConversation(gateway.url);
    const path = `${gateway.url}/conversations/${id}`;
    const set = (summaryStyle: unknown) => sendJson('PATCH', path, { summaryStyle });
    const minutes = { template: 'minutes', prompt: null };
    expect(conversationSchema.parse(await get(id)).summaryStyle).toBeNull();
    const changed = await (await set({ template: 'minutes' })).json();
    expect(conversationSchema.parse(changed).summaryStyle).toEqual(minutes);
    const refused = await set({ template: 'brief', prompt: 'Name the risks.' });
    expect(refused.status).toBe(422);
    expect(problemSchema.parse(await refused.json()).code).toBe('summary_prompt_needs_model');
    expect((await set({ template: 'long' })).status).toBe(400);
    expect(conversationSchema.parse(await get(id)).summaryStyle).toEqual(minutes);
    expect((await set(null)).status).toBe(200);
    expect(conversationSchema.parse(await get(id)).summaryStyle).toBeNull();
  });

  it('have action items that can be ticked, removed and opened again', async () => {
    const id = await createConversation(gateway.url);
    expect(actionItemListSchema.parse(await get(`${id}/action-items`)).items).toEqual([]);
    await addExchange(gateway.url, id, 'We launch on Monday.');
    await summarise(id, 'A launch.');
    const [item] = actionItemListSchema.parse(await get(`${id}/action-items`)).items;
    expect(item).toMatchObject({ text: 'We launch on Monday.', who: 'Ada', state: 'open' });
    const path = `${gateway.url}/conversations/${id}/action-items/${item?.id}`;
    const mark = async (state: string) => sendJson('PUT', path, { state });
    const done = actionItemListSchema.parse(await (await mark('done')).json());
    expect(done.items).toMatchObject([{ id: item?.id, state: 'done' }]);
    await summarise(id, 'Again.');
    const later = actionItemListSchema.parse(await get(`${id}/action-items`));
    expect(later.items).toMatchObject([{ id: item?.id, state: 'done' }]);
    expect(actionItemListSchema.parse(await (await mark('removed')).json()).items).toEqual([]);
    const open = actionItemListSchema.parse(await (await mark('open')).json());
    expect(open.items).toMatchObject([{ id: item?.id, state: 'open' }]);
  });

  it('refuse marks of unknown items and states, each with its code', async () => {
    const id = await createConversation(gateway.url);
    const url = `${gateway.url}/conversations/${id}/action-items`;
    const code = async (response: Response) => problemSchema.parse(await response.json()).code;
    const unknown = `${url}/act_${'0'.repeat(24)}`;
    expect(await code(await sendJson('PUT', unknown, { state: 'done' }))).toBe('not_found');
    expect(await code(await sendJson('PUT', unknown, { state: 'x' }))).toBe('invalid_request');
    expect(await code(await sendJson('PUT', `${url}/1`, { state: 'done' }))).toBe(
      'invalid_request',
    );
    const nowhere = problemSchema.parse(await get('cnv_01jd3k4m5n6p7q8r9s0t1v2w3x/action-items'));
    expect(nowhere.code).toBe('not_found');
  });
});
