import { jest } from '@jest/globals';
import type { ConversationPage } from '#contracts/api';
import { accessibilityBreaches } from './accessibility.ts';
import { openScene, SCREENS } from './scene.ts';
import type { Visit } from './visit.ts';

jest.setTimeout(4 * 60_000);

const scene = openScene();
let visit: Visit;

const conversationsOf = async (ownerId: string) =>
  (await scene.api.json<ConversationPage>(`/conversations?ownerId=${ownerId}`)).items;

describe('the erasure of an owner on the page', () => {
  it('begins only when the name is typed twice, and says what is gone, on a phone', async () => {
    visit = await scene.visit(SCREENS[1][1]);
    const [gone, kept] = ['leaver-1', 'stayer-1'];
    for (const ownerId of [gone, kept]) {
      const { id } = await scene.api.createConversation(`Secrets of ${ownerId}`, { ownerId });
      await scene.api.say(id, { speaker: 'Ada', text: 'The lighthouse opens on Monday.' });
      await scene.api.settled(id);
    }
    await visit.goTo('/settings/erasures');
    await visit.the('erase-owner').fill(gone);
    await visit.the('erase-confirm').fill('leaver');
    expect(await visit.the('erase-now').getAttribute('aria-disabled')).toBe('true');
    await visit.the('erase-confirm').press('Enter');
    expect(await conversationsOf(gone)).toHaveLength(1);
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await visit.the('erase-confirm').fill(gone);
    await visit.the('erase-now').click();
    const card = visit.the('erasure').first();
    await card.getByText('Erased', { exact: true }).waitFor({ timeout: 200_000 });
    await card.getByText('1 conversation').waitFor();
    expect(await conversationsOf(gone)).toEqual([]);
    expect(await conversationsOf(kept)).toHaveLength(1);
    expect(await visit.page.getByText(gone).count()).toBe(0);
    expect(visit.reportedErrors).toEqual([]);
  });
});
