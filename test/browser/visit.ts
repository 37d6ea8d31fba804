import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { eventually } from '../support/eventually.ts';

/** Long enough for a busy machine that decodes slowly. */
const TIMEOUT_MS = 100_000;

/** A visitor of the page in a separate browser context. */
export class Visit {
  /** Errors and warnings that the browser reported, in order. */
  readonly reportedErrors: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly appUrl: string,
  ) {
    page.on('pageerror', (error) => this.reportedErrors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') {
        this.reportedErrors.push(`${message.text()} (${message.location().url})`);
      }
    });
  }

  /** @param baseUrl URL of the gateway, without a trailing slash */
  static async begin(
    browser: Browser,
    baseUrl: string,
    options: BrowserContextOptions = {},
  ): Promise<Visit> {
    const context = await browser.newContext(options);
    context.setDefaultTimeout(TIMEOUT_MS);
    return new Visit(await context.newPage(), `${baseUrl}/app`);
  }

  async end(): Promise<void> {
    await this.page.context().close();
  }

  /** @param path relative to the URL of the page, with a leading slash */
  async goTo(path: string): Promise<void> {
    await this.page.goto(this.appUrl + path);
  }

  /** The element with a `data-test` attribute. */
  the(testId: string): Locator {
    return this.page.getByTestId(testId);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  /** Selects words in the first paragraph of an element, as a pointer would. */
  async select(testId: string, words: string): Promise<void> {
    await this.the(testId).locator('p').first().getByText(words).waitFor();
    await this.page.evaluate(`{
      const paragraph = document.querySelector('[data-test=${testId}] p');
      const texts = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      let text = texts.nextNode();
      while (!text.data.includes('${words}')) text = texts.nextNode();
      const start = text.data.indexOf('${words}');
      getSelection().setBaseAndExtent(text, start, text, start + ${words.length});
    }`);
  }

  /** Chooses files in the drop zone of the open page. */
  async choose(...files: readonly string[]): Promise<void> {
    await this.the('file-input').setInputFiles([...files]);
  }

  /** Uploads one file into a new conversation, and waits until its page is open. */
  async upload(file: string): Promise<void> {
    await this.goTo('/');
    await this.choose(file);
    await this.page.waitForURL(/\/conversations\/cnv_/);
  }

  /** Creates a conversation, and waits until its page is open. */
  async beginConversation(): Promise<void> {
    await this.goTo('/');
    await this.the('begin').click();
    await this.page.waitForURL(/\/conversations\/cnv_/);
  }

  /** Types an exchange into the open conversation, and sends it by keyboard. */
  async say(speaker: string, text: string): Promise<void> {
    await this.the('speaker').fill(speaker);
    await this.the('composer').fill(text);
    await this.the('composer').press('Enter');
  }

  /**
   * Keeps each text that an element shows from now on, however briefly, until the page is loaded
   * again. What happens between two looks of a test is not lost.
   */
  async record(testId: string): Promise<void> {
    await this.page.addInitScript({ content: recorderOf(testId) });
    await this.page.evaluate(recorderOf(testId));
  }

  /** The different texts that a recorded element has shown, in the order of their first showing. */
  async recorded(testId: string): Promise<string[]> {
    return this.page.evaluate<string[]>(`[...window.recordedTexts[${JSON.stringify(testId)}]]`);
  }

  /** Opens a part of the open conversation, which is a tab on a narrow screen. */
  async showPart(part: 'summary' | 'transcript' | 'memories' | 'details'): Promise<void> {
    const tab = this.the(`conversation-tab-${part}`);
    if (await tab.isVisible()) await tab.click();
  }

  /** Waits until a task type of the open conversation shows a state. */
  async seesType(type: string, state: string): Promise<void> {
    await this.page.locator(`[data-test=type-${type}][data-type-state=${state}]`).waitFor();
  }

  /** Waits until a task on the page shows a state. */
  async sees(state: string): Promise<void> {
    const badge = this.page.locator(`[data-state=${state}]`).first();
    await badge.waitFor();
  }

  /** The transcribed words on the page. */
  async transcript(): Promise<string> {
    const words = await this.the('transcript').locator('.word').allTextContents();
    return words.join(' ');
  }

  /** Position of the player, in seconds. */
  async positionSeconds(): Promise<number> {
    const shown = await this.the('position').innerText();
    return shown.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
  }

  /** Waits until the player is at or after a position, in seconds. */
  async hears(seconds: number): Promise<void> {
    await eventually(async () => {
      const position = await this.positionSeconds();
      if (position < seconds) throw new Error(`the player is at ${position} s`);
    });
  }
}

/** Source text, because it is evaluated in the browser. */
function recorderOf(testId: string): string {
  return `{
    const texts = new Set();
    (window.recordedTexts ??= {})['${testId}'] = texts;
    new MutationObserver(() => {
      const element = document.querySelector('[data-test=${testId}]');
      if (element !== null) texts.add(element.innerText);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  }`;
}
