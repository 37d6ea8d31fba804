import { describe, expect, it } from '@jest/globals';
import { enginesSchema, problemSchema, taskSchema, type Task } from '#contracts/api';
import { TasksRepository } from '#store';
import {
  acceptClip,
  addExchange,
  createConversation,
  sendJson,
} from '../../../../test/support/api.ts';
import { useGateway } from '../../../../test/support/gateway.ts';

const ULID = '01jd3k4m5n6p7q8r9s0t1v2w3x';

describe('the settings of a task', () => {
  const gateway = useGateway({ settings: { AFTERWORD_SPEECH_MODELS: 'small,/models/ours' } });

  const retry = ({ id }: Pick<Task, 'id'>, body: unknown) =>
    sendJson('POST', `${gateway.url}/tasks/${id}/retry`, body);
  const post = (body: unknown) => sendJson('POST', `${gateway.url}/tasks`, body);
  const taskOf = async (response: Response) => taskSchema.parse(await response.json());
  const problemOf = async (response: Response) => problemSchema.parse(await response.json());
  const newTask = async () => {
    const { task, clip } = await acceptClip(gateway.url, await createConversation(gateway.url));
    return { ...task, clipId: clip.id };
  };
  const cancelled = async () => {
    const task = await newTask();
    await gateway.app.get(TasksRepository).requestCancel(task.id);
    return task;
  };
  const newCorrection = async () => {
    const conversationId = await createConversation(gateway.url);
    await addExchange(gateway.url, conversationId, 'One two three four.');
    const task = await taskOf(await post({ type: 'correction', conversationId }));
    await gateway.app.get(TasksRepository).requestCancel(task.id);
    return task;
  };

  it('may name the engines that the operator has configured', async () => {
    const response = await fetch(`${gateway.url}/engines`);
    expect(enginesSchema.parse(await response.json())).toMatchObject({
      speech: { default: 'tiny.en', available: expect.anything() },
      language: { default: 'builtin', available: ['builtin'] },
    });
    const { speech } = enginesSchema.parse(await (await fetch(`${gateway.url}/engines`)).json());
    expect(speech).toMatchObject({ language: 'auto', languages: expect.arrayContaining(['de']) });
    expect(speech.available).toEqual([speech.default, 'small', 'ours']);
  });

  it('are changed by a retry, and kept by one without a body', async () => {
    const task = await cancelled();
    expect(task.settings).toEqual({});
    const settings = { engine: 'ours', language: 'de' };
    const response = await retry(task, { settings });
    expect([response.status, response.headers.get('location')]).toEqual([202, `/tasks/${task.id}`]);
    expect(await taskOf(response)).toMatchObject({ state: 'pending', attempt: 2, settings });
    await gateway.app.get(TasksRepository).requestCancel(task.id);
    const same = await fetch(`${gateway.url}/tasks/${task.id}/retry`, { method: 'POST' });
    expect(await taskOf(same)).toMatchObject({ attempt: 3, settings });
    expect(await taskOf(await fetch(`${gateway.url}/tasks/${task.id}`))).toMatchObject({
      settings,
    });
  });

  it.each([{}, { settings: {} }])('stay as they are with a body like %j', async (body) => {
    const task = await cancelled();
    expect(await taskOf(await retry(task, body))).toMatchObject({ attempt: 2, settings: {} });
  });

  it.each([
    [{ engine: 'huge' }, 'ours'],
    [{ engine: '/models/ours' }, 'small'],
    [{ engine: 'builtin' }, 'small'],
  ])('cannot name an unknown model: %j', async (settings, available) => {
    const task = await cancelled();
    const problem = await problemOf(await retry(task, { settings }));
    expect(problem).toMatchObject({ status: 422, code: 'engine_unknown', retryable: false });
    expect(problem.detail).toContain(available);
    const { clipId } = task;
    const asked = await problemOf(await post({ type: 'transcription', clipId, settings }));
    expect(asked.code).toBe('engine_unknown');
  });

  it.each([{ language: 'de' }, { engine: 'tiny.en', language: 'it' }])(
    'cannot ask a model of English for another language: %j',
    async (settings) => {
      const task = await cancelled();
      const problem = await problemOf(await retry(task, { settings }));
      expect(problem).toMatchObject({ status: 422, code: 'engine_lacks_language' });
      expect(problem.detail).toContain('tiny.en');
      const { clipId } = task;
      const asked = await problemOf(await post({ type: 'transcription', clipId, settings }));
      expect(asked.code).toBe('engine_lacks_language');
    },
  );

  it('may ask for the language of a model, for detection, and for any with a model of many', async () => {
    const ask = async (settings: object) => (await retry(await cancelled(), { settings })).status;
    expect(await ask({ language: 'en' })).toBe(202);
    expect(await ask({ language: 'auto' })).toBe(202);
    expect(await ask({ engine: 'small', language: 'it' })).toBe(202);
  });

  it('are checked together with the engine that a retry keeps', async () => {
    const task = await cancelled();
    const first = await taskOf(await retry(task, { settings: { engine: 'small' } }));
    await gateway.app.get(TasksRepository).requestCancel(first.id);
    const second = await taskOf(await retry(task, { settings: { language: 'de' } }));
    expect(second.settings).toEqual({ engine: 'small', language: 'de' });
    await gateway.app.get(TasksRepository).requestCancel(second.id);
    // The language was not asked for now: what becomes of it, the result says.
    const third = await retry(task, { settings: { engine: 'tiny.en' } });
    expect(third.status).toBe(202);
  });

  it.each(['openai-compatible', 'small'])(
    'of a correction cannot name %s, which is not configured for it',
    async (engine) => {
      const task = await newCorrection();
      const problem = await problemOf(await retry(task, { settings: { engine } }));
      expect(problem).toMatchObject({ status: 422, code: 'engine_unknown' });
      expect(problem.detail).toContain('builtin');
    },
  );

  it.each([
    ...[{ language: 'de' }, { channels: 'separate' }, { track: 2 }, { tracks: 'all' }],
    ...[{ diarisation: 'on' }, { speakers: 2 }, { minSpeakers: 2 }, { maxSpeakers: 2 }],
  ])('of a correction cannot be %j', async (settings) => {
    const task = await newCorrection();
    const problem = await problemOf(await retry(task, { settings }));
    expect(problem).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(problem.errors).toMatchObject([{ path: `settings.${Object.keys(settings)[0]}` }]);
  });

  it.each([
    [{ settings: { language: 'german' } }, 'settings.language'],
    [{ settings: { model: 'small' } }, 'settings'],
    [{ settings: { channels: 'left' } }, 'settings.channels'],
    [{ settings: { track: 0 } }, 'settings.track'],
    [{ settings: { track: 1, tracks: 'all' } }, 'settings.tracks'],
    [{ settings: { speakers: 1.5 } }, 'settings.speakers'],
    [{ settings: { minSpeakers: 3, maxSpeakers: 2 } }, 'settings.maxSpeakers'],
    [{ settings: { diarisation: 'off', maxSpeakers: 2 } }, 'settings.diarisation'],
    [{ engine: 'small' }, 'body'],
    [[], 'body'],
  ])('are rejected in a form like %j', async (body, path) => {
    const problem = await problemOf(await retry(await cancelled(), body));
    expect(problem).toMatchObject({ status: 400, code: 'invalid_request' });
    expect(problem.errors?.[0]?.path).toBe(path);
  });

  it('of an unknown task are not found', async () => {
    const nowhere = await retry({ id: `tsk_${ULID}` }, { settings: { engine: 'small' } });
    expect(await problemOf(nowhere)).toMatchObject({ status: 404, code: 'not_found' });
  });

  it('choose the channels and tracks of a recording, also when the task is requested', async () => {
    const { clipId } = await cancelled();
    const settings = { channels: 'separate', tracks: 'all' };
    const made = await taskOf(await post({ type: 'transcription', clipId, settings }));
    expect(made.settings).toEqual(settings);
    const contradiction = { track: 2, tracks: 'all' };
    const refused = await post({ type: 'transcription', clipId, settings: contradiction });
    expect(await problemOf(refused)).toMatchObject({ code: 'invalid_request' });
  });

  it('of a task that tells speakers apart are numbers of speakers', async () => {
    const { conversationId } = await cancelled();
    const ask = (settings: object) => post({ type: 'diarisation', conversationId, settings });
    const made = await taskOf(await ask({ minSpeakers: 2, maxSpeakers: 3 }));
    expect(made).toMatchObject({
      type: 'diarisation',
      settings: { minSpeakers: 2, maxSpeakers: 3 },
    });
    for (const wrong of [{ speakers: 0 }, { language: 'de' }, { diarisation: 'on' }]) {
      expect(await problemOf(await ask(wrong))).toMatchObject({ code: 'invalid_request' });
    }
  });

  it('of speakers replace each other in a retry', async () => {
    const task = await cancelled();
    const two = { minSpeakers: 2, maxSpeakers: 4 };
    const several = await taskOf(await retry(task, { settings: { ...two, language: 'en' } }));
    expect(several.settings).toEqual({ ...two, language: 'en' });
    await gateway.app.get(TasksRepository).requestCancel(several.id);
    const none = await taskOf(await retry(task, { settings: { diarisation: 'off' } }));
    expect(none.settings).toEqual({ diarisation: 'off', language: 'en' });
  });

  it('of one track and of all tracks replace each other in a retry', async () => {
    const task = await cancelled();
    const one = await taskOf(await retry(task, { settings: { track: 2, channels: 'separate' } }));
    expect(one.settings).toEqual({ track: 2, channels: 'separate' });
    await gateway.app.get(TasksRepository).requestCancel(one.id);
    const all = await taskOf(await retry(task, { settings: { tracks: 'all' } }));
    expect(all.settings).toEqual({ tracks: 'all', channels: 'separate' });
  });

  it('may be set when the task is requested, and are not mixed with those of an open task', async () => {
    const { clipId, id } = await cancelled();
    const wanted = { type: 'transcription', clipId };
    const settings = { engine: 'small', language: 'fr' };
    const made = await taskOf(await post({ ...wanted, settings }));
    expect(made).toMatchObject({ settings, state: 'pending' });
    expect(made.id).not.toBe(id);
    expect((await taskOf(await post(wanted))).id).toBe(made.id);
    expect((await taskOf(await post({ ...wanted, settings }))).id).toBe(made.id);
    const other = await post({ ...wanted, settings: { ...settings, language: 'de' } });
    expect(await problemOf(other)).toMatchObject({
      status: 409,
      code: 'task_settings_differ',
      detail: expect.stringContaining(made.id),
    });
  });
});
