import { shallowReadonly, shallowRef, type ShallowRef } from 'vue';
import type { RouteLocationNormalized, Router } from 'vue-router';
import { useUploads } from '../clips/use-uploads.ts';
import { pageKeyOf } from './page-key.ts';
import { runningVersion, servedVersion } from './page-version.ts';
import { ScreenRecovery, type ScreenTrouble } from './screen-recovery.ts';
import { hasTypedText, observeTyping } from './typed-text.ts';

const RETRY_INTERVAL_MS = 4_000;
const LOADED_FOR = 'afterword.loaded-for';

const trouble = shallowRef<ScreenTrouble | null>(null);
/** Whether the gateway serves a newer page than the one that is open. */
const outdated = shallowRef(false);
let recovery: ScreenRecovery | null = null;

/** Screens that could not be opened, and newer versions of the page. */
export interface ScreenRecoveryState {
  readonly trouble: Readonly<ShallowRef<ScreenTrouble | null>>;
  readonly outdated: Readonly<ShallowRef<boolean>>;
  /** Loads the page for the wanted screen, whatever is lost. */
  readonly insist: () => void;
  /** Stays on the screen that is open. */
  readonly cancel: () => void;
}

export function useScreenRecovery(): ScreenRecoveryState {
  return {
    trouble: shallowReadonly(trouble),
    outdated: shallowReadonly(outdated),
    insist: () => recovery?.insist(),
    cancel: () => recovery?.cancel(),
  };
}

/** The gateway can be reached again, perhaps in a newer version. */
export async function onReachable(): Promise<void> {
  await recovery?.attempt();
  const served = await servedVersion();
  if (served !== null) outdated.value = served !== runningVersion();
}

/** Recovers the screens of a router whose files cannot be loaded. */
export function recoverScreens(router: Router): void {
  const { uploads } = useUploads();
  const load = (path: string) => loadPage(router.resolve(path).href);
  const isAtRisk = () => hasTypedText() || uploads.length > 0;
  const current = new ScreenRecovery({
    ...{ load, isAtRisk },
    isReachable: async () => (await servedVersion()) !== null,
    get loadedFor() {
      return readLoadedFor();
    },
    set loadedFor(path) {
      writeLoadedFor(path);
    },
    later: (work) => {
      const timer = window.setTimeout(work, RETRY_INTERVAL_MS);
      return () => clearTimeout(timer);
    },
    show: (shown) => {
      trouble.value = shown;
    },
  });
  recovery = current;
  observeTyping();
  router.onError((_error, to) => void current.failed(to.fullPath));
  router.afterEach((to, from, failure) => {
    // A change within the screen, such as of a filter, is not another screen.
    if (failure === undefined && isOtherScreen(to, from)) current.opened();
  });
  router.beforeEach((to, from) => {
    if (!outdated.value || !isOtherScreen(to, from) || isAtRisk()) return true;
    // Back and Forward have changed the address already; they stay in the page.
    if (to.fullPath === router.options.history.location) return true;
    load(to.fullPath);
    return false;
  });
  window.addEventListener('online', () => void onReachable());
}

function isOtherScreen(to: RouteLocationNormalized, from: RouteLocationNormalized): boolean {
  return from.matched.length === 0 || pageKeyOf(to) !== pageKeyOf(from);
}

function loadPage(href: string): void {
  const isHere = new URL(href, location.href).href === location.href;
  // To assign the address that is open would only scroll, if it has a hash.
  if (isHere) location.reload();
  else location.assign(href);
}

function readLoadedFor(): string | null {
  try {
    return sessionStorage.getItem(LOADED_FOR);
  } catch {
    return null;
  }
}

function writeLoadedFor(path: string | null): void {
  try {
    if (path === null) sessionStorage.removeItem(LOADED_FOR);
    else sessionStorage.setItem(LOADED_FOR, path);
  } catch {
    // Without storage, a page that is loaded in vain asks the next time.
  }
}
