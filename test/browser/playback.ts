import type { Page } from 'playwright-core';

/** What a page plays. Positions are milliseconds from the start of the clip. */
export interface Playback {
  /** Where the sound began when it was heard first. */
  readonly startedAtMs: number;
  readonly positionMs: number;
  readonly paused: boolean;
}

/** Keeps the player of the pages that are loaded from now on; it is no element of the page. */
export async function followPlayback(page: Page): Promise<void> {
  await page.addInitScript({ content: FOLLOW });
}

/** @throws when nothing has been played yet */
export async function playback(page: Page): Promise<Playback> {
  return page.evaluate<Playback>(`({
    startedAtMs: window.played.startedAtMs,
    positionMs: window.played.audio.currentTime * 1000,
    paused: window.played.audio.paused,
  })`);
}

/** Source text, because it is evaluated in the browser. */
const FOLLOW = `{
  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function () {
    this.addEventListener('playing', () => {
      window.played ??= { audio: this, startedAtMs: this.currentTime * 1000 };
    }, { once: true });
    return play.call(this);
  };
}`;
