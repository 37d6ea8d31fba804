import { jest } from '@jest/globals';
import type { ConversationDetail } from '#contracts/api';
import { eventually } from '../support/eventually.ts';
import { query } from '../support/query.ts';
import { accessibilityBreaches } from './accessibility.ts';
import { openScene, SCREENS } from './scene.ts';
import type { Visit } from './visit.ts';

jest.setTimeout(3 * 60_000);

const scene = openScene();
let visit: Visit;

/** A typed conversation of an owner whose last exchange was so many days ago. */
async function aged(ownerId: string, days: number): Promise<string> {
  const { id } = await scene.api.createConversation(`Of ${ownerId}`, { ownerId });
  await scene.api.say(id, { speaker: 'Ada', text: 'The lighthouse opens on Monday.' });
  await scene.api.settled(id);
  for (const [table, column] of [
    ['exchanges', 'conversation_id'],
    ['conversations', 'id'],
  ]) {
    await query(
      scene.stack.databaseUrl,
      `UPDATE ${table} SET created_at = created_at - $2 * interval '1 day' WHERE ${column} = $1`,
      [id, days],
    );
  }
  return id;
}

describe.each(SCREENS)('retention on the page, %s', (screen, options) => {
  it('is tried, set, applied and taken away', async () => {
    visit = await scene.visit(options);
    const ownerId = `keeper-${screen.length}`;
    const old = await aged(ownerId, 40);
    const young = await aged(ownerId, 1);
    await visit.goTo('/settings/retention');
    await visit.the('retention-subject').selectOption('transcripts');
    await visit.the('retention-owner').fill(ownerId);
    await visit.the('retention-days').fill('60');
    await visit.the('retention-due').getByText('nothing would be removed').waitFor();
    await visit.the('retention-days').fill('30');
    await visit.the('retention-due').getByText('the words of 1 conversation').waitFor();
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await visit.the('set-retention').click();
    const rule = visit.the('retention-rule').filter({ hasText: ownerId });
    await rule.getByText(`Transcripts of ${ownerId} are kept for 30 days.`).first().waitFor();
    await visit.the('apply-retention').click();
    await visit.the('apply-retention-consent').click();
    await eventually(async () => {
      const found = await scene.api.json<ConversationDetail>(`/conversations/${old}`);
      expect(found.transcriptRemovedAt).not.toBeNull();
    }, 60_000);
    const { turns } = await scene.api.transcript(old);
    expect(turns.flatMap(({ segments }) => segments)).toEqual([]);
    expect((await scene.api.summary(old)).overview).not.toBe('');
    expect((await scene.api.transcript(young)).turns[0]?.segments).toHaveLength(1);
    await visit.goTo(`/conversations/${old}`);
    await visit.the('no-longer-kept').getByText('What was said before is').waitFor();
    await visit.goTo('/settings/retention');
    await rule.getByRole('button').click();
    await rule.waitFor({ state: 'detached' });
    expect(visit.reportedErrors).toEqual([]);
  });
});
