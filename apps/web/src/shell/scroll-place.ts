import type { RouterScrollBehavior } from 'vue-router';
import { pageKeyOf } from './page-key.ts';

/** A place on a page, in CSS pixels from its top left corner. */
interface Place {
  readonly left: number;
  readonly top: number;
}

/** After this time, a page that stays shorter than it was is shown as far down as it goes. */
const LONGEST_WAIT_MS = 10_000;
/** What a person does to scroll: the page is not moved away from under them. */
const SCROLLED_BY_HAND = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

/**
 * Where a screen is scrolled to. Back, Forward and Reload return to the place that was left, as soon
 * as the page is that long again; a new screen starts at its top; a change within a screen, such as
 * of a filter, scrolls nothing.
 */
export const scrollPlaceOf: RouterScrollBehavior = async (to, from, saved) => {
  const isFirst = from.matched.length === 0;
  // An address that names a turn is scrolled to by its screen, also when it is loaded again.
  if (isFirst && to.hash !== '') return false;
  if (saved !== null) return (await isReachable(saved)) && saved;
  return !isFirst && pageKeyOf(to) !== pageKeyOf(from) && { left: 0, top: 0 };
};

/**
 * Waits until the page is long enough for a place, because its lists are fetched first.
 *
 * @param place - The place.
 * @returns False when somebody has scrolled meanwhile.
 */
function isReachable({ top }: Place): Promise<boolean> {
  const isLongEnough = () =>
    document.documentElement.scrollHeight >= Math.floor(top) + window.innerHeight;
  return new Promise((resolve) => {
    const done = (isWanted: boolean) => {
      observer.disconnect();
      clearTimeout(timer);
      for (const type of SCROLLED_BY_HAND) window.removeEventListener(type, onScrolled, true);
      resolve(isWanted);
    };
    const onScrolled = () => done(false);
    const observer = new ResizeObserver(() => {
      if (isLongEnough()) done(true);
    });
    const timer = window.setTimeout(() => done(true), LONGEST_WAIT_MS);
    for (const type of SCROLLED_BY_HAND) window.addEventListener(type, onScrolled, true);
    // It reports at once, and at each later change.
    observer.observe(document.body);
  });
}
