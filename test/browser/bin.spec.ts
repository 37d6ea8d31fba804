import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import { jest } from '@jest/globals';
import { eventually } from '../support/eventually.ts';
import { formatFile } from '../support/audio-files.ts';
import { accessibilityBreaches } from './accessibility.ts';
import { openScene, SCREENS } from './scene.ts';
import type { Visit } from './visit.ts';

jest.setTimeout(3 * 60_000);

const scene = openScene();
let visit: Visit;

/** A conversation whose page is open. */
async function opened(title: string): Promise<string> {
  const { id } = await scene.api.createConversation(title);
  await scene.api.say(id, { speaker: 'Ada', text: 'We meet in the small room.' });
  await scene.api.settled(id);
  await visit.goTo(`/conversations/${id}`);
  await visit.the('summary').getByText('We meet in the small room.').waitFor();
  return id;
}

const statusOf = async (id: string) => (await scene.api.fetch(`/conversations/${id}`)).status;
const listed = (title: string) => visit.the('conversation').filter({ hasText: title });
const binned = (title: string) => visit.the('bin-item').filter({ hasText: title });

describe.each(SCREENS)('a conversation on the page, %s', (screen, options) => {
  beforeEach(async () => {
    visit = await scene.visit(options);
  });

  it('is deleted without a question, and comes back with Undo', async () => {
    const title = `Deleted by mistake ${screen}`;
    const id = await opened(title);
    await visit.showPart('details');
    await visit.the('delete-conversation').click();
    await visit.the('deletion').getByText('is in the bin').waitFor();
    expect(await statusOf(id)).toBe(404);
    await eventually(async () => expect(await listed(title).count()).toBe(0));
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await visit.the('undo-deletion').click();
    await visit.the('summary').getByText('We meet in the small room.').waitFor();
    expect(await visit.the('deletion').count()).toBe(0);
    expect(await statusOf(id)).toBe(200);
    expect(visit.reportedErrors).toEqual([]);
  });

  it('that is deleted elsewhere is no longer shown, but where to find it', async () => {
    const id = await opened(`Deleted elsewhere ${screen}`);
    await fetch(`${scene.stack.baseUrl}/conversations/${id}`, { method: 'DELETE' });
    await visit.the('gone').getByRole('link', { name: 'bin' }).waitFor();
    expect(await visit.page.getByText('We meet in the small room.').count()).toBe(0);
  });

  it('is restored from the bin, or deleted for good after a question', async () => {
    const title = `Private ${screen}`;
    const id = await opened(title);
    await visit.showPart('details');
    await visit.the('delete-conversation').click();
    await visit.the('deletion').getByText('is in the bin').waitFor();
    await visit.button('Close').click();
    await visit.page.getByRole('link', { name: 'Settings' }).click();
    await visit.page.getByRole('link', { name: 'Bin', exact: true }).click();
    await binned(title).getByText('kept until').waitFor();
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await binned(title).getByTestId('restore').click();
    await binned(title).waitFor({ state: 'detached' });
    expect(await statusOf(id)).toBe(200);

    // The page hears of it when it is deleted somewhere else.
    await scene.api.fetch(`/conversations/${id}`, { method: 'DELETE' });
    await binned(title).getByTestId('delete-now').click();
    await visit.button('No, go on').click();
    await binned(title).getByTestId('delete-now').click();
    await visit.the('delete-now-consent').click();
    await binned(title).waitFor({ state: 'detached' });
    const restored = await scene.api.fetch(`/conversations/${id}/restore`, { method: 'POST' });
    expect(restored.status).toBe(404);
    await eventually(async () => {
      const types = (await scene.api.eventLog(`conversationId=${id}&limit=200`)).map(
        ({ type }) => type,
      );
      expect(types).toContain('conversation_purged');
    });
    expect(visit.reportedErrors).toEqual([]);
  });
});

describe.each(SCREENS)('a memory on the page, %s', (screen, options) => {
  it('is deleted without a question, comes back with Undo, and is in the bin', async () => {
    visit = await scene.visit(options);
    const said = `The marmalade clock stands in room ${screen.length}.`;
    const { id } = await scene.api.createConversation(`A clock ${screen}`);
    await scene.api.say(id, { speaker: 'Ada', text: said });
    await scene.api.settled(id);
    const [memory] = (await scene.api.memories(`?conversationId=${id}`)).items;
    const path = `/memories/${memory?.id}`;
    await visit.goTo(`/conversations/${id}?tab=memories`);
    const shown = visit.the('memory').filter({ hasText: said });
    await shown.getByTestId('delete-memory').click();
    await visit.the('deletion').getByText('is in the bin').waitFor();
    await shown.waitFor({ state: 'detached' });
    expect((await scene.api.fetch(path)).status).toBe(404);
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await visit.the('undo-deletion').click();
    await shown.waitFor();
    expect((await scene.api.fetch(path)).status).toBe(200);
    await shown.getByTestId('delete-memory').click();
    await visit.the('deletion').getByText('is in the bin').waitFor();
    await visit.goTo('/settings/bin');
    await binned(said).getByText('Memory, deleted').waitFor();
    await binned(said).getByTestId('restore').click();
    await binned(said).waitFor({ state: 'detached' });
    expect((await scene.api.fetch(path)).status).toBe(200);
    expect(visit.reportedErrors).toEqual([]);
  });
});

describe.each(SCREENS)('what was said in a conversation on the page, %s', (screen, options) => {
  const turnWith = (words: string) => visit.the('turn').filter({ hasText: words });
  const inBin = () => visit.the('deletion').getByText('is in the bin').waitFor();

  it('is deleted without a question, comes back with Undo, and is in the bin', async () => {
    visit = await scene.visit(options);
    const said = `The velvet ladder is ${screen.length} feet long.`;
    const { id } = await scene.api.createConversation(`A ladder ${screen}`);
    await scene.api.say(id, { speaker: 'Ada', text: 'We meet in the small room.' });
    await scene.api.say(
      id,
      { speaker: 'Kaito', text: said },
      { speaker: 'Ada', text: 'That is long.' },
    );
    await scene.api.settled(id);
    await visit.goTo(`/conversations/${id}`);
    await visit.the('summary').getByText(said).waitFor();
    await visit.showPart('transcript');
    await turnWith(said).hover();
    await visit.button(/^Delete these 2 turns/).click();
    await inBin();
    await turnWith(said).waitFor({ state: 'detached' });
    expect(await turnWith('That is long.').count()).toBe(0);
    expect(await turnWith('We meet in the small room.').count()).toBe(1);
    await visit.the('summary').getByText(said).waitFor({ state: 'detached' });
    await eventually(async () =>
      expect(await visit.the('memory').filter({ hasText: said }).count()).toBe(0),
    );
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await visit.the('undo-deletion').click();
    await turnWith('That is long.').waitFor();
    expect(await visit.the('turn').allInnerTexts()).toEqual([
      expect.stringContaining('small room'),
      expect.stringContaining(said),
      expect.stringContaining('That is long.'),
    ]);
    expect(visit.page.url()).toContain(id);
    await turnWith(said).hover();
    await turnWith(said).getByTestId('delete-exchange').click();
    await inBin();
    await visit.goTo('/settings/bin');
    await binned(`Kaito: ${said}`).getByText('Part of a conversation, deleted').waitFor();
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await binned(said).getByTestId('restore').click();
    await binned(said).waitFor({ state: 'detached' });
    expect((await scene.api.transcript(id)).turns).toHaveLength(3);
    // The page may ask for a summary at the moment in which it goes with what was said.
    const others = visit.reportedErrors.filter((each) => !each.includes(`${id}/summary`));
    expect(others).toEqual([]);
  });

  it('is a recording that is not heard any longer, and can be deleted for good', async () => {
    visit = await scene.visit(options);
    const file = `velvet ${screen}.wav`;
    const audio = path.join(scene.stack.dataFolder, file);
    await copyFile(formatFile('sentence.wav'), audio);
    const { id } = await scene.api.createConversation(`A recording ${screen}`);
    const { task } = await scene.api.upload(id, audio);
    await scene.api.until(task.id, 'completed', 180_000);
    await visit.goTo(`/conversations/${id}?tab=transcript`);
    await visit.the('player').waitFor();
    await visit.the('turn').hover();
    await visit.the('delete-clip').click();
    await inBin();
    await visit.the('turn').waitFor({ state: 'detached' });
    await visit.the('player').waitFor({ state: 'detached' });
    await visit.page.getByText('Nothing has been said yet.').waitFor();
    expect(await scene.api.json(`/conversations/${id}`)).toMatchObject({
      clips: [],
      exchangeCount: 0,
    });
    await visit.the('undo-deletion').click();
    await visit.the('player').waitFor();
    await visit.the('turn').hover();
    await visit.the('delete-clip').click();
    await inBin();
    await visit.goTo('/settings/bin');
    await binned(file).getByText('Recording, deleted').waitFor();
    await binned(file).getByTestId('delete-now').click();
    await visit.the('delete-now-consent').click();
    await binned(file).waitFor({ state: 'detached' });
    await eventually(async () => {
      const types = (await scene.api.eventLog(`conversationId=${id}&limit=200`)).map(
        ({ type }) => type,
      );
      expect(types).toContain('clip_purged');
    });
    expect(visit.reportedErrors).toEqual([]);
  });
});

describe('an upload that is stopped', () => {
  it('leaves no conversation', async () => {
    visit = await scene.visit();
    const before = await scene.api.json<{ items: readonly unknown[] }>('/conversations?limit=200');
    await visit.page.route('**/clips', (route) => route.abort('connectionreset'));
    await visit.goTo('/');
    await visit.page.getByTestId('file-input').setInputFiles({
      name: 'never mind.wav',
      mimeType: 'audio/wav',
      buffer: Buffer.alloc(1_000),
    });
    await visit.the('upload').getByText('The connection was lost').waitFor();
    await visit.button('Never mind').click();
    await visit.the('upload').waitFor({ state: 'detached' });
    const after = await scene.api.json<{ items: readonly unknown[] }>('/conversations?limit=200');
    expect(after.items).toHaveLength(before.items.length);
  });
});

describe.each(SCREENS)('pinned memories on the page, %s', (screen, options) => {
  it('may stay when their conversation is deleted, and say so', async () => {
    visit = await scene.visit(options);
    const [pinned, other] = [
      `The harbour of ${screen} opens in spring.`,
      `The lift of ${screen} is out of order again.`,
    ];
    const { id } = await scene.api.createConversation(`A harbour ${screen}`);
    for (const text of [pinned, other]) await scene.api.say(id, { speaker: 'Ada', text });
    await scene.api.settled(id);
    const { items } = await scene.api.memories(`?conversationId=${id}`);
    const memory = items.find(({ narrative }) => narrative.includes(pinned));
    await scene.api.fetch(`/memories/${memory?.id}/pin`, { method: 'PUT' });
    await visit.goTo(`/conversations/${id}?tab=details`);
    await visit.the('keep-pinned').check();
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await visit.the('delete-conversation').click();
    await visit.the('deletion').getByText('is in the bin').waitFor();
    await visit.goTo('/memories');
    const kept = visit.the('memory').filter({ hasText: pinned });
    await kept.getByText('from a deleted conversation').waitFor();
    expect(await kept.getByRole('link').count()).toBe(0);
    await visit.the('least-0').click();
    expect(await visit.the('memory').filter({ hasText: other }).count()).toBe(0);
    await kept.getByTestId('toggle-pin').click();
    const group = visit.the('kept-group').filter({ hasText: pinned });
    await group.getByText('Kept when a conversation was deleted').waitFor();
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await scene.api.fetch(`/conversations/${id}/restore`, { method: 'POST' });
    await group.getByRole('link', { name: `A harbour ${screen}` }).waitFor();
    expect(visit.reportedErrors).toEqual([]);
  });
});
