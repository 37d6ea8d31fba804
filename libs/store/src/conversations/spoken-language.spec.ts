import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TaskSettings } from '#contracts/tasks';
import { aSharedRecording, importShared } from '../imports/shared-recording.fixture.ts';
import { newProject } from '../projects.fixture.ts';
import { aClip, newOwner, TestStore } from '../store.fixture.ts';

describe('the language of a new transcription', () => {
  let store: TestStore;
  beforeAll(async () => {
    store = await TestStore.open();
  });
  afterAll(() => store.close());

  let ownerId: string;
  let projectId: string;
  let id: string;
  beforeEach(async () => {
    ownerId = newOwner();
    projectId = (await newProject(store, { ownerId })).id;
    const { conversations } = store.repositories;
    ({ id } = await conversations.create({ ownerId, title: 'Talk', tags: [], projectId }, null));
  });

  const uploaded = async (settings?: TaskSettings, conversationId = id) => {
    const clip = { ...aClip(conversationId), ...(settings ? { settings } : {}) };
    return store.taskOf(await store.repositories.clips.acceptClip(clip, null));
  };
  const ofOwner = (spokenLanguage: string | null) =>
    store.repositories.ownerSettings.change(ownerId, { spokenLanguage });
  const ofProject = (spokenLanguage: string | null) =>
    store.repositories.projects.change(projectId, { spokenLanguage });
  const ofConversation = (spokenLanguage: string | null) =>
    store.repositories.conversations.change(id, { spokenLanguage });

  it('is the one that is set nearest to it', async () => {
    expect((await uploaded()).settings).toEqual({});
    await ofOwner('fr');
    expect((await uploaded()).settings).toEqual({ language: 'fr' });
    await ofProject('it');
    expect((await uploaded()).settings).toEqual({ language: 'it' });
    await ofConversation('auto');
    expect((await uploaded()).settings).toEqual({ language: 'auto' });
    const given = { engine: 'small', language: 'de' };
    expect((await uploaded(given)).settings).toEqual(given);
    await ofConversation(null);
    await ofProject(null);
    expect((await uploaded({ speakers: 2 })).settings).toEqual({ speakers: 2, language: 'fr' });
  });

  it('is none of another owner, project or conversation of the same batch', async () => {
    await ofProject('it');
    const alone = await store.newConversation(ownerId);
    const others = await store.newConversation();
    const [theirs, own, mine] = await Promise.all([
      uploaded({}, others),
      uploaded({}, alone),
      uploaded({}),
    ]);
    expect(theirs.settings).toEqual({});
    expect(own.settings).toEqual({});
    expect(mine.settings).toEqual({ language: 'it' });
  });

  it('is stored with the task: a later default changes no recording that was accepted', async () => {
    await ofOwner('fr');
    const task = await uploaded();
    const { tasks } = store.repositories;
    await tasks.requestCancel(task.id);
    await ofOwner('it');
    await ofConversation('de');
    expect((await tasks.retry(task.id, {})).settings).toEqual({ language: 'fr' });
  });

  it('holds for a recording that begins its conversation, and for one that is transcribed anew', async () => {
    const { clips, requestedTasks, tasks } = store.repositories;
    await ofOwner('fr');
    const { conversationId: _none, ...clip } = aClip('');
    const given = { ownerId, title: 'Begun', tags: [] };
    const { clipId } = await clips.acceptInNew(given, clip, null);
    const task = await store.taskOf(clipId);
    expect(task.settings).toEqual({ language: 'fr' });
    await tasks.requestCancel(task.id);
    await ofOwner('it');
    const wanted = { type: 'transcription', clipId } as const;
    const again = await requestedTasks.create(wanted, null);
    expect(again.settings).toEqual({ language: 'it' });
    // Who asks for the same again joins it.
    expect((await requestedTasks.create(wanted, null)).id).toBe(again.id);
  });

  it('holds for recordings that an import has transcribed, unless their conversation has its own', async () => {
    await ofOwner('fr');
    const settingsOf = async (origin: string, isTranscribed: boolean, spokenLanguage?: string) => {
      const { conversation, ...rest } = aSharedRecording(`${ownerId} ${origin}`, isTranscribed);
      const named = { ...conversation, ...(spokenLanguage ? { spokenLanguage } : {}) };
      const place = await importShared(store, { ...rest, conversation: named }, ownerId);
      const [task] = await store.rows(
        `SELECT settings FROM tasks WHERE conversation_id = $1 AND type = 'transcription'`,
        [place.id],
      );
      return task?.['settings'];
    };
    expect(await settingsOf('inherits', false)).toEqual({ language: 'fr' });
    expect(await settingsOf('has its own', false, 'sv')).toEqual({ language: 'sv' });
    // It was heard elsewhere.
    expect(await settingsOf('is imported', true, 'sv')).toEqual({});
  });

  it('is set when a conversation is created, too', async () => {
    const { conversations } = store.repositories;
    const given = { ownerId, title: 'In Polish', tags: [], spokenLanguage: 'pl' };
    const made = await conversations.create(given, null);
    expect((await uploaded({}, made.id)).settings).toEqual({ language: 'pl' });
  });
});
