import path from 'node:path';
import { jest } from '@jest/globals';
import type { Browser, BrowserContextOptions, Locator } from 'playwright-core';
import type { Transcript } from '#contracts/api';
import { ApiClient } from '../support/api-client.ts';
import { eventually } from '../support/eventually.ts';
import { makeLongAudio } from '../support/long-audio.ts';
import { query } from '../support/query.ts';
import { sharedStack } from '../support/shared-servers.ts';
import type { StackPlace } from '../support/stack.ts';
import { accessibilityBreaches } from './accessibility.ts';
import { launchBrowser } from './browser.ts';
import { JARGON } from './jargon.ts';
import { importedTalk, silence } from './talk.ts';
import { differingPixels } from './pictures.ts';
import { Visit } from './visit.ts';

jest.setTimeout(4 * 60_000);

const SENTENCE = path.resolve(import.meta.dirname, '../audio/formats/sentence.mp3');
const PHONE = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };
const SIZES: readonly (readonly [size: 'wide' | 'on a phone', BrowserContextOptions])[] = [
  ['wide', {}],
  ['on a phone', PHONE],
];
const TABS = ['summary', 'transcript', 'memories', 'details'] as const;

let stack: StackPlace;
let api: ApiClient;
let browser: Browser;
let visit: Visit;
/** A recording of two minutes by one speaker, with its summary. */
let meeting: Transcript;
/** Subtitles of more than an hour. */
let long: Transcript;

beforeAll(async () => {
  [stack, browser] = await Promise.all([sharedStack(), launchBrowser()]);
  api = new ApiClient(stack.baseUrl);
  const audio = await makeLongAudio(path.join(stack.dataFolder, 'two minutes.wav'), 2, 7);
  const { id } = await api.createConversation('A meeting of two minutes');
  await api.upload(id, audio.path, 'Speaker');
  const talkId = await importedTalk(api, 'A long talk', 1_200);
  await api.settled(id, 200_000);
  [meeting, long] = await Promise.all([api.transcript(id), api.transcript(talkId)]);
});
afterAll(() => browser.close());
afterEach(() => visit.end());

describe.each(SIZES)('a conversation %s', (size, options) => {
  const isPhone = size === 'on a phone';
  const open = async (transcript: Transcript, rest = '', more: BrowserContextOptions = {}) => {
    visit = await Visit.begin(browser, stack.baseUrl, { ...options, ...more });
    await visit.goTo(`/conversations/${transcript.conversationId}${rest}`);
    await visit.the('segment').first().waitFor({ state: 'attached' });
  };
  const segment = (id: string) => visit.page.locator(`[id="${id}"]`);
  const addStyle = (rule: string) =>
    visit.page.evaluate(`{
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(${JSON.stringify(rule)});
      document.adoptedStyleSheets.push(sheet);
    }`);
  const isPlaying = () => visit.button('Pause').isVisible();

  it('cites moments of a recording, each of which plays, lights its segment and is gone Back from', async () => {
    await open(meeting);
    const sources = visit.the('summary').getByTestId('source-moment');
    await sources.first().waitFor();
    const labels = (await sources.allInnerTexts()).map((text) => /\d+:\d\d/.exec(text)?.[0] ?? '');
    expect(labels.length).toBeGreaterThan(3);
    expect(new Set(labels).size).toBeGreaterThan(3);
    const last = labels.length - 1;
    await sources.nth(last).click();
    const lit = visit.page.locator('.segment.lit');
    await lit.first().waitFor();
    expect(await lit.count()).toBeLessThan(4);
    expect(await lit.first().getByTestId('moment').innerText()).toContain(labels[last]);
    await isInView(lit.first());
    await eventually(async () => expect(await isPlaying()).toBe(true));
    await visit.hears(secondsOf(labels[last] ?? ''));
    expect(await visit.positionSeconds()).toBeLessThan(secondsOf(labels[last] ?? '') + 15);
    await visit.page.goBack();
    expect(visit.page.url()).not.toContain('#');
    await eventually(async () => expect(await sources.nth(last).isVisible()).toBe(true));
    expect(visit.reportedErrors).toEqual([]);
  });

  it('leads from a memory to the moment at which it was said', async () => {
    await open(meeting, '?tab=memories');
    const memory = visit.the('memory').last();
    const source = memory.getByTestId('source-moment').first();
    await source.waitFor();
    const label = (await source.innerText()).match(/\d+:\d\d/)?.[0] ?? '';
    await source.click();
    const lit = visit.page.locator('.segment.lit');
    await lit.first().waitFor();
    expect(await lit.first().getByTestId('moment').innerText()).toContain(label);
    const words = await lit.first().locator('.word').first().innerText();
    expect(await memory.locator('.narrative').textContent()).toContain(words);
    await eventually(async () => expect(await isPlaying()).toBe(true));
  });

  it('cites typed turns by their numbers', async () => {
    const { id } = await api.createConversation('Typed');
    await api.say(
      id,
      { speaker: 'Ada', text: 'Good morning.' },
      { speaker: 'Tom', text: 'We decided to paint the harbour office green in April.' },
    );
    await api.settled(id);
    await open(await api.transcript(id), '?tab=summary');
    const source = visit.the('summary').getByTestId('source-moment').first();
    await source.waitFor();
    expect(await source.innerText()).toContain('2');
    await source.click();
    const turn = visit.page.locator('.turn.lit');
    await turn.locator('p').getByText('harbour office').waitFor();
    expect(await visit.page.evaluate('document.activeElement.tagName')).toBe('H3');
  });

  it('is opened at a segment, a turn or a moment, also far below', async () => {
    const turn = long.turns[30];
    const target = turn?.segments[5];
    if (turn === undefined || target === undefined) throw new Error('the talk is too short');
    const before = long.turns.slice(0, 30).map((each) => each.segments.at(-1)?.endMs ?? 0);
    const atMs = before.reduce((sum, ms) => sum + ms, 0) + target.startMs;
    const links = [`#${target.id}`, `#t=${atMs / 1000}`, `?t=${atMs / 1000}`];
    for (const link of [...links, `#seg_gone&t=${atMs / 1000}`]) {
      await open(long, link);
      await eventually(async () =>
        expect(await segment(target.id).getAttribute('class')).toMatch(/\blit\b/),
      );
      await isInView(segment(target.id));
      if (link !== links[0]) continue;
      // The address of a page that is open already may change as well.
      await visit.page.evaluate(`location.hash = '${turn.turnId}'`);
      await visit.page.locator('.turn.lit').waitFor();
      await isInView(segment(turn.turnId).locator('h3'));
      await visit.end();
    }
    expect(visit.reportedErrors).toEqual([]);
  });

  it('gives a link to a moment', async () => {
    await open(meeting, '?tab=transcript', { permissions: ['clipboard-read', 'clipboard-write'] });
    const fifth = visit.the('segment').nth(4);
    if (isPhone) await fifth.getByTestId('segment-more').tap();
    else await fifth.hover();
    await fifth.getByTestId('copy-moment').click();
    await fifth.getByTestId('copy-moment').getByText('Copied').waitFor();
    const link = await visit.page.evaluate<string>('navigator.clipboard.readText()');
    expect(link).toContain(`/app/conversations/${meeting.conversationId}#seg_`);
    await visit.page.goto('about:blank');
    await visit.page.goto(link);
    const id = (await visit.page.locator('.segment.lit').first().getAttribute('id')) ?? '';
    expect(id).toBe(meeting.turns[0]?.segments[4]?.id);
    const seconds = Math.floor((meeting.turns[0]?.segments[4]?.startMs ?? 0) / 1000);
    expect(await visit.positionSeconds()).toBe(seconds);
    expect(await isPlaying()).toBe(false);
  });

  it('plays and pauses by Space wherever the focus is, and from a time by Enter', async () => {
    await open(meeting, '?tab=transcript');
    const moment = visit.the('segment').nth(3).getByTestId('moment');
    const seconds = secondsOf((await moment.innerText()).match(/\d+:\d\d/)?.[0] ?? '');
    await moment.focus();
    await visit.page.keyboard.press('Enter');
    await visit.hears(seconds + 1);
    await visit.page.keyboard.press('Space');
    await eventually(async () => expect(await isPlaying()).toBe(false));
    expect(await visit.positionSeconds()).toBeGreaterThanOrEqual(seconds + 1);
    await visit.page.keyboard.press('Space');
    await eventually(async () => expect(await isPlaying()).toBe(true));
    await visit.the('tasks-link').focus();
    await visit.page.keyboard.press('Space');
    await eventually(async () => expect(await isPlaying()).toBe(false));
    // Where Space has a meaning of its own, it keeps it.
    await visit.the('composer').fill('Two');
    await visit.the('composer').press('Space');
    expect(await visit.the('composer').inputValue()).toBe('Two ');
    await visit.the('play').focus();
    await visit.page.keyboard.press('Space');
    await eventually(async () => expect(await isPlaying()).toBe(true));
    await visit.showPart('details');
    await visit.the('player-keys').getByText('plays and pauses').waitFor();
  });

  it('remembers where it was heard, and how fast', async () => {
    await open(meeting, '?tab=transcript');
    await visit.the('speed').selectOption('1.5');
    await visit.the('segment').nth(6).getByTestId('moment').click();
    await eventually(async () => expect(await isPlaying()).toBe(true));
    await visit.button('Pause').click();
    const seconds = await visit.positionSeconds();
    expect(seconds).toBeGreaterThan(10);
    await visit.page.reload();
    await eventually(async () => expect(await visit.positionSeconds()).toBe(seconds));
    expect(await visit.the('speed').inputValue()).toBe('1.5');
    // The speed is the person's, the position that of the conversation.
    const { id } = await api.createConversation('Another');
    await api.upload(id, SENTENCE);
    await visit.goTo(`/conversations/${id}`);
    await visit.the('player').waitFor();
    expect(await visit.the('speed').inputValue()).toBe('1.5');
    expect(await visit.positionSeconds()).toBe(0);
  });

  it('says that a recording was removed, and when, and plays no part of it', async () => {
    const { id } = await api.createConversation('Removed');
    const { clip } = await api.upload(id, SENTENCE);
    await api.settled(id);
    await query(
      stack.databaseUrl,
      `UPDATE clips SET audio_removed_at = '2026-10-05T12:00Z' WHERE id = $1`,
      [clip.id],
    );
    await open(await api.transcript(id), '?tab=transcript');
    await visit.the('player-removed').getByText('was removed on 5 Oct 2026').waitFor();
    await visit.the('audio-removed').getByText('by a rule of retention').waitFor();
    expect(await visit.the('player').count()).toBe(0);
    expect(await visit.the('moment').count()).toBe(0);
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    expect(visit.reportedErrors).toEqual([]);
  });

  it('shows the focus whole', async () => {
    await open(meeting, '?tab=transcript');
    const moment = visit.the('segment').nth(2).getByTestId('moment');
    await moment.focus();
    await visit.page.keyboard.press('Shift+Tab');
    await visit.page.keyboard.press('Tab');
    const picture = async () => {
      const box = await moment.boundingBox();
      if (box === null) throw new Error('the time is not shown');
      const clip = { x: box.x - 8, y: box.y - 8, width: box.width + 16, height: box.height + 16 };
      return visit.page.screenshot({ clip });
    };
    const shown = await still(picture);
    await addStyle('.segment { content-visibility: visible !important }');
    const whole = await still(picture);
    expect(await differingPixels(visit.page, shown, whole)).toBe(0);
    await addStyle(':focus-visible { outline: none !important }');
    const without = await still(picture);
    expect(await differingPixels(visit.page, without, whole)).toBeGreaterThan(50);
  });

  it('speaks the language of people, and is accessible in each part', async () => {
    await open(meeting);
    for (const tab of TABS) {
      await visit.showPart(tab);
      await visit.page.locator(`[data-panel=${tab}]`).first().waitFor();
      const text = await visit.page.locator('main').innerText();
      expect(text).not.toMatch(JARGON);
      expect(await accessibilityBreaches(visit.page)).toEqual([]);
      expect(await visit.page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(
        0,
      );
    }
  });

  it('says that nothing is needed where nothing was said', async () => {
    const { id } = await api.createConversation('Silence');
    const { task } = await api.upload(id, await silence(stack.dataFolder, 4));
    await api.until(task.id, 'completed', 120_000);
    visit = await Visit.begin(browser, stack.baseUrl, options);
    await visit.goTo(`/conversations/${id}`);
    await visit.seesType('transcription', 'completed');
    await visit.the('type-correction').getByText('not needed').waitFor();
  });
});

describe('a conversation on a phone', () => {
  it('shows the summary first, the player at the bottom of each tab, and edits by touch', async () => {
    visit = await Visit.begin(browser, stack.baseUrl, PHONE);
    await visit.goTo(`/conversations/${meeting.conversationId}`);
    const overview = await visit.the('overview').boundingBox();
    expect(overview?.y).toBeLessThan(600);
    expect(await visit.the('segment').first().isVisible()).toBe(false);
    for (const tab of TABS) {
      await visit.the(`conversation-tab-${tab}`).tap();
      await visit.page.locator(`[data-test=conversation-tab-${tab}][aria-current]`).waitFor();
      const player = await visit.the('player').boundingBox();
      expect(player?.y).toBeGreaterThan(620);
      expect((player?.y ?? 0) + (player?.height ?? 0)).toBeLessThan(800);
    }
    await visit.page.goBack();
    await visit.page.goBack();
    await visit.page.locator('[data-test=conversation-tab-transcript][aria-current]').waitFor();
    const second = visit.the('segment').nth(1);
    expect(await second.getByTestId('edit').isVisible()).toBe(false);
    await second.getByTestId('segment-more').tap();
    await second.getByTestId('edit').tap();
    await visit.the('edit-text').fill('Edited with a finger.');
    await visit.the('edit-text').press('Enter');
    await second.locator('p').getByText('Edited with a finger.').first().waitFor();
    await second.getByText('your edit').waitFor();
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await second.getByTestId('segment-more').tap();
    await second.getByTestId('edit').tap();
    await visit.the('edit-undo').tap();
    await second.getByText('your edit').waitFor({ state: 'detached' });
    await visit.the('upload-settings').getByText('Language, speakers').tap();
    const language = await visit.the('upload-language').boundingBox();
    expect((language?.x ?? 0) + (language?.width ?? 1_000)).toBeLessThan(PHONE.viewport.width);
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    await visit.showPart('details');
    await visit.the('spoken-language').selectOption('German');
    await eventually(async () => {
      const { spokenLanguage } = await api.conversation(meeting.conversationId);
      expect(spokenLanguage).toBe('de');
    });
    expect(await accessibilityBreaches(visit.page)).toEqual([]);
    expect(visit.reportedErrors).toEqual([]);
  });
});

describe('a recording behind others', () => {
  it('says how many are ahead instead of a progress of nothing', async () => {
    visit = await Visit.begin(browser, stack.baseUrl);
    const [first, second] = await Promise.all(
      [3, 4].map((seed) => {
        const file = path.join(stack.dataFolder, `twelve minutes ${seed}.wav`);
        return makeLongAudio(file, 12, seed);
      }),
    );
    const { id: busyId } = await api.createConversation('Busy');
    const busy = await api.upload(busyId, first?.path ?? '');
    await api.until(busy.task.id, 'running');
    await visit.record('type-transcription');
    await visit.upload(second?.path ?? '');
    await visit
      .the('progress')
      .getByText(/^Waiting, (?:\d+ ahead|next in line)/)
      .waitFor();
    await visit
      .the('type-transcription')
      .getByText(/waiting, \d+ ahead/)
      .waitFor();
    expect(await visit.the('percent').count()).toBe(0);
    const bar = visit.page.getByRole('progressbar');
    expect(await bar.getAttribute('aria-valuenow')).toBeNull();
    await api.cancel(busy.task.id);
    await visit.the('percent').waitFor();
    await visit.the('cancel').click();
    await visit.sees('cancelled');
    expect((await visit.recorded('type-transcription')).join('\n')).not.toMatch(/ 0 %/);
    expect(visit.reportedErrors).toEqual([]);
  });
});

/** Waits until an element is wholly on the screen and stays there. */
async function isInView(element: Locator): Promise<void> {
  await eventually(async () => {
    const [box, height] = [await element.boundingBox(), element.page().viewportSize()?.height ?? 0];
    expect(box?.y).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
    expect((await element.boundingBox())?.y).toBe(box?.y);
  });
}

function secondsOf(label: string): number {
  return label.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}

/** A picture that is the same twice: what is still being laid out moves. */
async function still(picture: () => Promise<Buffer>): Promise<Buffer> {
  let last = await picture();
  await eventually(async () => {
    const next = await picture();
    const isStill = next.equals(last);
    last = next;
    if (!isStill) throw new Error('the picture still changes');
  });
  return last;
}
