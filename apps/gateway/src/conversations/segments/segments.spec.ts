import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  editedSegmentSchema,
  problemSchema,
  segmentCorrectionsSchema,
  taskSchema,
  transcriptSchema,
} from '#contracts/api';
import { CorrectionsRepository } from '#store';
import { addExchange, createConversation, sendJson } from '../../../../../test/support/api.ts';
import { useGateway } from '../../../../../test/support/gateway.ts';
import { correctedTo } from '../../../../../libs/store/src/corrected.fixture.ts';

const RAW = 'kayto starts the the lunch';
const CORRECTED = 'Kaito starts the lunch';
const EDITED = 'Kaito starts the launch.';

describe('segments', () => {
  const gateway = useGateway();
  let corrections: CorrectionsRepository;
  beforeAll(async () => {
    corrections = gateway.app.get(CorrectionsRepository);
  });

  const shown = async (id: string) => {
    const response = await fetch(`${gateway.url}/conversations/${id}/transcript`);
    return transcriptSchema.parse(await response.json());
  };
  const newSegment = async () => {
    const conversationId = await createConversation(gateway.url);
    await addExchange(gateway.url, conversationId, RAW);
    const segmentId = (await shown(conversationId)).turns[0]!.segments[0]!.id;
    return { conversationId, segmentId };
  };
  type Place = Awaited<ReturnType<typeof newSegment>>;
  const edit = ({ conversationId, segmentId }: Place, text: unknown) =>
    sendJson('PATCH', `${gateway.url}/conversations/${conversationId}/segments/${segmentId}`, {
      text,
    });
  const edited = async (place: Place, text: string | null) =>
    editedSegmentSchema.parse(await (await edit(place, text)).json());
  const startCorrection = async ({ conversationId }: Place) => {
    const wanted = { type: 'correction', conversationId };
    const response = await sendJson('POST', `${gateway.url}/tasks`, wanted);
    const run = { taskId: taskSchema.parse(await response.json()).id, attempt: 1 };
    const work = await corrections.start(run, 'run-1');
    return { run, segments: work?.segments ?? [] };
  };
  const correct = async (place: Place) => {
    const { run, segments } = await startCorrection(place);
    await finish(run, segments);
  };
  const finish = (
    run: { taskId: string; attempt: number },
    segments: readonly { readonly segmentId: string; readonly raw: string }[],
  ) =>
    corrections.complete(run, {
      engine: 'e',
      corrections: segments.map((each) => correctedTo(each, CORRECTED)),
      warnings: [],
    });

  it('show an edit instead of the other layers, and keep all layers', async () => {
    const place = await newSegment();
    await correct(place);
    const { revision, segment } = await edited(place, EDITED);
    expect(revision).toBe(3);
    expect(segment).toMatchObject({
      id: place.segmentId,
      text: EDITED,
      layer: 'edited',
      layers: { raw: RAW, corrected: CORRECTED, edited: EDITED },
    });
    const transcript = await shown(place.conversationId);
    expect(transcript.revision).toBe(3);
    expect(transcript.turns[0]?.segments).toEqual([segment]);
  });

  it('show the corrected text again when the edit is removed', async () => {
    const place = await newSegment();
    await correct(place);
    await edited(place, EDITED);
    expect((await edited(place, null)).segment).toMatchObject({
      text: CORRECTED,
      layer: 'corrected',
    });
  });

  it('keep an edit that was made while a correction was running', async () => {
    const place = await newSegment();
    const { run, segments } = await startCorrection(place);
    expect(segments).toHaveLength(1);
    await edited(place, EDITED);
    await finish(run, segments);
    expect((await shown(place.conversationId)).turns[0]?.segments[0]).toMatchObject({
      text: EDITED,
      layers: { edited: EDITED },
    });
  });

  it('do not change when the same edit is made twice', async () => {
    const place = await newSegment();
    const first = await edited(place, EDITED);
    expect(await edited(place, EDITED)).toEqual(first);
  });

  it('are found only in their own conversation', async () => {
    const place = await newSegment();
    const { conversationId } = await newSegment();
    const response = await edit({ ...place, conversationId }, EDITED);
    expect(problemSchema.parse(await response.json())).toMatchObject({
      status: 404,
      code: 'not_found',
    });
    expect((await shown(place.conversationId)).turns[0]?.segments[0]?.text).toBe(RAW);
    const nowhere = { conversationId, segmentId: 'seg_01jd3k4m5n6p7q8r9s0t1v2w3x' };
    expect((await edit(nowhere, EDITED)).status).toBe(404);
  });

  it('are not edited to a text that is longer than a turn', async () => {
    const place = await newSegment();
    const response = await edit(place, 'x'.repeat(20_001));
    expect(problemSchema.parse(await response.json())).toMatchObject({
      status: 422,
      code: 'turn_too_long',
    });
    expect((await edited(place, 'x'.repeat(20_000))).segment.text).toHaveLength(20_000);
  });

  it.each([[''], [7], [undefined]])('are not edited to %j', async (text) => {
    const problem = problemSchema.parse(await (await edit(await newSegment(), text)).json());
    expect(problem).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(problem.errors?.[0]?.path).toBe('text');
  });

  const changesOf = async ({ conversationId, segmentId }: Place) => {
    const path = `conversations/${conversationId}/segments/${segmentId}/corrections`;
    return segmentCorrectionsSchema.parse(await (await fetch(`${gateway.url}/${path}`)).json());
  };
  const undo = ({ conversationId, segmentId }: Place, body: unknown) =>
    sendJson(
      'PATCH',
      `${gateway.url}/conversations/${conversationId}/segments/${segmentId}/corrections`,
      body,
    );

  it('list the changes of their correction, of which each can be undone by itself', async () => {
    const place = await newSegment();
    expect((await changesOf(place)).changes).toEqual([]);
    const { run, segments } = await startCorrection(place);
    const taken = { ...{ start: 0, end: 5, before: 'kayto', after: 'Kaito' }, outcome: 'taken' };
    const refused = { ...{ start: 21, end: 26, before: 'lunch', after: 'launch' } };
    await corrections.complete(run, {
      engine: 'e',
      corrections: segments.map(({ segmentId, raw }) => ({
        ...{ segmentId, raw },
        spans: [
          { ...taken, outcome: 'taken', rule: 'glossary' },
          { ...refused, outcome: 'refused', reason: 'words_changed' },
        ],
      })),
      warnings: [],
    });
    const { raw, changes } = await changesOf(place);
    expect(raw).toBe(RAW);
    expect(changes).toMatchObject([
      { ...taken, rule: 'glossary', reason: null, taskId: run.taskId },
      { ...refused, outcome: 'refused', rule: null, reason: 'words_changed' },
    ]);
    const response = await undo(place, { start: 0, end: 5, undone: true });
    expect(editedSegmentSchema.parse(await response.json())).toMatchObject({
      segment: { text: RAW, layer: 'raw', refusedChanges: 1 },
    });
    expect((await changesOf(place)).changes[0]).toMatchObject({ outcome: 'undone' });
    const refusal = await undo(place, { start: 21, end: 26, undone: true });
    expect(problemSchema.parse(await refusal.json())).toMatchObject({
      ...{ status: 409, code: 'correction_not_taken' },
    });
    expect((await undo(place, { start: 1, end: 2, undone: true })).status).toBe(404);
    expect((await undo(place, { start: -1, undone: 'yes' })).status).toBe(400);
  });
});
