import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { composedTalk } from '../support/composed-talk.ts';
import { eventually } from '../support/eventually.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { accessibilityBreaches } from './accessibility.ts';
import { openScene, SCREENS } from './scene.ts';
import type { Visit } from './visit.ts';

jest.setTimeout(5 * 60_000);

const OWNER = 'two-people';

describe('the speakers of a recording', () => {
  const scene = openScene();
  let id: string;
  let talk: string;

  beforeAll(async () => {
    talk = path.join(await temporaryFolder('talk'), 'talk.wav');
    await writeFile(talk, (await composedTalk(30)).wav);
    id = (await scene.api.createConversation('Two people', { ownerId: OWNER })).id;
    const { task } = await scene.api.uploadWith(id, talk, { diarisation: 'on' });
    await scene.api.until(task.id, 'completed', 240_000);
    await scene.api.settled(id);
  });

  const speaker = (visit: Visit, name: string) =>
    visit.page.locator(`[data-test="speaker"][data-speaker="${name}"]`);
  const headsOf = async (visit: Visit) =>
    new Set(await visit.page.locator('[data-test="turn"] h3 .break').allInnerTexts());

  it.each(SCREENS)('are renamed, heard, merged and parted %s', async (_size, options) => {
    const visit = await scene.visit(options);
    await visit.goTo(`/conversations/${id}?tab=transcript`);
    await speaker(visit, 'Speaker 1').waitFor();
    expect(await headsOf(visit)).toEqual(new Set(['Speaker 1', 'Speaker 2']));
    expect(await accessibilityBreaches(visit.page)).toEqual([]);

    const [one, two] = [speaker(visit, 'Speaker 1'), speaker(visit, 'Speaker 2')];
    expect(await one.getByTestId('speaker-time').innerText()).toMatch(/\d+ s/);
    expect(await one.getByTestId('speaker-sample').count()).toBe(3);
    await two.getByTestId('speaker-sample').first().click();
    await eventually(async () => expect(await visit.button('Pause').isVisible()).toBe(true));
    const stripes = await visit.the('stripes').getAttribute('style');
    for (const tint of [1, 2]) expect(stripes).toContain(`var(--tint-${tint})`);

    await one.getByTestId('speaker-rename').click();
    await one.getByTestId('speaker-name').fill('Ada');
    await one.getByTestId('speaker-name').press('Enter');
    await eventually(async () =>
      expect(await headsOf(visit)).toEqual(new Set(['Ada', 'Speaker 2'])),
    );
    await visit.the('rename-everywhere').click();
    expect(await visit.the('rename-preview').innerText()).toContain(
      'Nobody else is called “Speaker 1”',
    );
    await visit.the('rename-preview').getByRole('button', { name: 'Close' }).click();
    const { overview } = await scene.api.summary(id);
    expect(overview).not.toContain('Speaker 1');

    const passage = visit.page.locator('[data-test="segment"]').last();
    await passage.hover();
    const more = passage.getByTestId('segment-more');
    if (await more.isVisible()) await more.click();
    const before = await visit.the('turn').count();
    const said = (await visit.the('turn').last().locator('h3 .break').innerText()).trim();
    const other = said === 'Ada' ? 'Speaker 2' : 'Ada';
    await passage.getByTestId('passage-speaker').selectOption(other);
    await eventually(async () =>
      expect(await visit.the('turn').last().locator('h3 .break').innerText()).toBe(other),
    );
    await visit.the('speaker-undo').click();
    await eventually(async () => expect(await visit.the('turn').count()).toBe(before));
    if (await more.isVisible()) await more.click();
    await passage.hover();
    await passage.getByTestId('passage-speaker').selectOption('Somebody new…');
    await passage.getByTestId('passage-name').fill('Eva');
    await passage.getByTestId('passage-name').press('Enter');
    await eventually(async () =>
      expect(await visit.the('turn').last().locator('h3 .break').innerText()).toBe('Eva'),
    );
    await visit.the('speaker-undo').click();
    await eventually(async () =>
      expect(await headsOf(visit)).toEqual(new Set(['Ada', 'Speaker 2'])),
    );
    expect(await visit.the('turn').count()).toBe(before);

    await two.getByTestId('speaker-rename').click();
    await two.getByTestId('speaker-name').fill('Ada');
    await two.getByTestId('speaker-save').click();
    await visit.the('speaker-merge').click();
    await eventually(async () => expect(await headsOf(visit)).toEqual(new Set(['Ada'])));
    expect(await accessibilityBreaches(visit.page)).toEqual([]);

    for (const names of [
      ['Ada', 'Speaker 2'],
      ['Speaker 1', 'Speaker 2'],
    ]) {
      await visit.the('speaker-undo').click();
      await eventually(async () => expect(await headsOf(visit)).toEqual(new Set(names)));
    }
  });

  it('are told apart again, and known by voices that were named', async () => {
    await scene.api.json(`/owners/${OWNER}/settings`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ voiceProfiles: true }),
    });
    // Another conversation of the same recording: nothing is decoded or embedded once more.
    const other = (await scene.api.createConversation('Again', { ownerId: OWNER })).id;
    const { task } = await scene.api.uploadWith(other, talk, { diarisation: 'on' });
    await scene.api.until(task.id, 'completed', 240_000);
    const visit = await scene.visit({});
    await visit.goTo(`/conversations/${id}?tab=transcript`);
    await speaker(visit, 'Speaker 2').getByTestId('speaker-rename').click();
    await speaker(visit, 'Speaker 2').getByTestId('speaker-name').fill('Grace');
    await speaker(visit, 'Speaker 2').getByTestId('speaker-name').press('Enter');
    await eventually(async () => expect(await headsOf(visit)).toContain('Grace'));

    await visit.goTo(`/conversations/${other}?tab=transcript`);
    const two = speaker(visit, 'Speaker 2');
    await two.getByTestId('suggestion').waitFor();
    expect(await two.getByTestId('suggestion').innerText()).toMatch(
      /Sounds like Grace\s+\(\d\d %\)/,
    );
    expect(await headsOf(visit)).toEqual(new Set(['Speaker 1', 'Speaker 2']));
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await two.getByTestId('suggestion-accept').click();
    await eventually(async () =>
      expect(await headsOf(visit)).toEqual(new Set(['Speaker 1', 'Grace'])),
    );
    await visit.the('tell-again').click();
    await visit.the('tell-again-number').fill('0');
    expect(await visit.the('tell-again-start').getAttribute('aria-disabled')).toBe('true');
    await visit.the('tell-again-number').fill('1');
    await visit.the('tell-again-start').click();
    await eventually(async () => expect((await headsOf(visit)).size).toBe(1), 60_000);

    await visit.goTo(`/settings/voices?owner=${OWNER}`);
    await eventually(async () => expect(await visit.the('voice').count()).toBe(2));
    await visit.the('spoken-language').selectOption('Find out');
    await eventually(async () => {
      const settings = await scene.api.json(`/owners/${OWNER}/settings`);
      expect(settings).toMatchObject({ spokenLanguage: 'auto', voiceProfiles: true });
    });
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await visit.the('voice-forget').first().click();
    await eventually(async () => expect(await visit.the('voice').count()).toBe(1));
    await visit.the('voices-on').click();
    await eventually(async () => expect(await visit.the('voices-on').isChecked()).toBe(false));
  });

  it('have words that are marked, with a reason, where two speak at once', async () => {
    const interrupted = path.join(await temporaryFolder('talk'), 'interrupted.wav');
    await writeFile(interrupted, (await composedTalk(40, 12, 0.6)).wav);
    const both = (await scene.api.createConversation('Interrupted', { ownerId: OWNER })).id;
    const { task } = await scene.api.uploadWith(both, interrupted, { diarisation: 'on' });
    await scene.api.until(task.id, 'completed', 240_000);
    await scene.api.settled(both);
    for (const [, options] of SCREENS) {
      const visit = await scene.visit(options);
      await visit.goTo(`/conversations/${both}?tab=transcript`);
      const words = visit.page.locator('.word.overlap');
      await words.first().waitFor();
      expect(await words.first().getAttribute('title')).toContain('Two voices at once');
      expect(await visit.page.locator('.word:not(.overlap)').count()).toBeGreaterThan(
        await words.count(),
      );
      const reason = visit.page.locator('[data-test="doubt-overlap"]').first();
      expect(await reason.innerText()).toContain('two voices at once');
      expect(await reason.textContent()).toContain('somebody else’s');
      expect(await accessibilityBreaches(visit.page)).toEqual([]);
    }
  });
});
