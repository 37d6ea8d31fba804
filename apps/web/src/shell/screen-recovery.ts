/** Why a screen that somebody wants to open is not open. */
export interface ScreenTrouble {
  /** Path of the screen, with its query, relative to the base of the page. */
  readonly path: string;
  /**
   * `unreachable` opens by itself later, `waiting` when somebody agrees that typed text and files are
   * lost, `broken` perhaps when somebody tries again.
   */
  readonly kind: 'unreachable' | 'waiting' | 'broken';
}

/** What the recovery needs of the page. */
export interface RecoveringPage {
  /** Whether the gateway serves a page now. */
  readonly isReachable: () => Promise<boolean>;
  /** Loads the whole page at a path. */
  readonly load: (path: string) => void;
  /** Whether loading the page loses typed text or files that are not uploaded. */
  readonly isAtRisk: () => boolean;
  /** The last path that the page was loaded for, across loads; `null` for none. */
  loadedFor: string | null;
  /** Calls a function some time later. @returns a function that prevents it */
  readonly later: (work: () => void) => () => void;
  readonly show: (trouble: ScreenTrouble | null) => void;
}

/**
 * Opens a screen whose files could not be loaded, as soon as the gateway can be reached, by loading
 * the page at it. Browsers do not ask again for a script that could not be loaded, and a newer
 * version of the page has files with other names. The page is loaded once for a screen, never in a
 * loop, and not while that would lose what somebody has typed.
 */
export class ScreenRecovery {
  #path: string | null = null;
  #isAsking = false;
  /** Whether it waits for a person. */
  #isSettled = false;
  #stopWaiting: () => void = () => undefined;

  constructor(private readonly page: RecoveringPage) {}

  /** The files of a screen could not be loaded. */
  async failed(path: string): Promise<void> {
    if (path !== this.#path) this.#begin(path);
    await this.attempt();
  }

  /** A screen was opened: the one that was wanted, or another one. */
  opened(): void {
    this.page.loadedFor = null;
    this.cancel();
  }

  /** Somebody stays on the screen that is open. */
  cancel(): void {
    this.#begin(null);
    this.page.show(null);
  }

  /** Somebody wants the screen although the page must be loaded for it. */
  insist(): void {
    if (this.#path !== null) this.page.load(this.#path);
  }

  /** Tries again, if a screen is wanted and does not wait for a person. */
  async attempt(): Promise<void> {
    const path = this.#path;
    if (path === null || this.#isAsking || this.#isSettled) return;
    this.#stopWaiting();
    this.#isAsking = true;
    const isReachable = await this.page.isReachable();
    this.#isAsking = false;
    // Somebody may have gone elsewhere, or wants another screen by now.
    if (path !== this.#path) return this.attempt();
    if (isReachable) this.#load(path);
    else this.#wait(path);
  }

  #begin(path: string | null): void {
    this.#stopWaiting();
    this.#path = path;
    this.#isSettled = false;
  }

  #wait(path: string): void {
    this.page.show({ path, kind: 'unreachable' });
    this.#stopWaiting = this.page.later(() => void this.attempt());
  }

  #load(path: string): void {
    if (this.page.loadedFor === path) return this.#settle({ path, kind: 'broken' });
    if (this.page.isAtRisk()) return this.#settle({ path, kind: 'waiting' });
    this.page.loadedFor = path;
    this.page.load(path);
  }

  #settle(trouble: ScreenTrouble): void {
    this.#isSettled = true;
    this.page.show(trouble);
  }
}
