import type { RouterScrollBehavior } from 'vue-router';
import { pageKeyOf } from './page-key.ts';

/** A place on a page, in CSS pixels from its top left corner. */
interface Place {
  readonly left: number;
  readonly top: number;
}

/** After this time, a page that stays shorter than it was is left as far down as it goes. */
const LONGEST_WAIT_MS = 10_000;
/** What is above the place, such as a banner, may come shortly after what is below it. */
const SETTLING_MS = 1_000;
/** What a person does to scroll: the page is not moved away from under them. */
const SCROLLED_BY_HAND = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;

/**
 * Where a screen is scrolled to. Back, Forward and Reload return to the place that was left, as soon
 * as the page is that long again; a new screen starts at its top; a change within a screen, such as
 * of a filter, scrolls nothing.
 */
export const scrollPlaceOf: RouterScrollBehavior = (to, from, saved) => {
  stopReturning();
  const isFirst = from.matched.length === 0;
  // An address that names a turn is scrolled to by its screen, also when it is loaded again.
  if (isFirst && to.hash !== '') return false;
  if (saved !== null) {
    stopReturning = returnTo(saved);
    return false;
  }
  return !isFirst && pageKeyOf(to) !== pageKeyOf(from) && { left: 0, top: 0 };
};

let stopReturning = (): void => undefined;

/**
 * Returns to a place, and stays there while the page grows, because its parts are fetched one after
 * the other.
 *
 * @param place - The place.
 * @returns A function that ends it. Somebody who scrolls ends it, too.
 */
function returnTo({ left, top }: Place): () => void {
  const timers = [window.setTimeout(stop, LONGEST_WAIT_MS)];
  const observer = new ResizeObserver(() => {
    window.scrollTo({ left, top, behavior: 'instant' });
    if (Math.abs(window.scrollY - top) < 1) timers.push(window.setTimeout(stop, SETTLING_MS));
  });
  // It reports at once, and at each later change.
  observer.observe(document.body);
  for (const type of SCROLLED_BY_HAND) window.addEventListener(type, stop, true);
  function stop() {
    observer.disconnect();
    for (const timer of timers) clearTimeout(timer);
    for (const type of SCROLLED_BY_HAND) window.removeEventListener(type, stop, true);
  }
  return stop;
}
