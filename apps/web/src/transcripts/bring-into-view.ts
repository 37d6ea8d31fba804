/** From this many screens on, the page jumps: what is between would only flicker past. */
const FAR_SCREENS = 3;
/** Frames without a movement after which a scroll has ended. */
const STILL_FRAMES = 6;
const MOST_FRAMES = 360;
const MOST_CORRECTIONS = 8;

/** From this share of the screen on, the beginning of an element is shown instead of its middle. */
const TALL = 0.6;

/**
 * Scrolls an element to the middle of the screen, or its beginning to the top, smoothly unless it is far away or the browser
 * prefers reduced motion.
 *
 * What is far away is rendered only when it comes near, and changes its height then. So the scroll is
 * corrected until the element stays where it is wanted, or a person scrolls.
 */
export function bringIntoView(elementId: string): void {
  const element = document.getElementById(elementId);
  if (element === null) return;
  const reducedMotion = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  const distance = Math.abs(element.getBoundingClientRect().top);
  const isFar = distance > FAR_SCREENS * window.innerHeight;
  scrollTo(element, reducedMotion || isFar ? 'auto' : 'smooth');
  correct(element);
}

/** Ends the corrections that are under way. */
let stopCorrecting = (): void => undefined;

function correct(element: Element): void {
  stopCorrecting();
  let isOver = false;
  const stop = () => {
    isOver = true;
    for (const name of ['wheel', 'touchmove']) window.removeEventListener(name, stop);
  };
  for (const name of ['wheel', 'touchmove']) {
    window.addEventListener(name, stop, { passive: true, once: true });
  }
  stopCorrecting = stop;
  let [frames, still, corrections, lastTop] = [0, 0, 0, Number.NaN];
  const look = () => {
    if (isOver) return;
    const { top } = element.getBoundingClientRect();
    still = Math.abs(top - lastTop) < 1 ? still + 1 : 0;
    lastTop = top;
    frames += 1;
    if (still >= STILL_FRAMES) {
      if (isInView(element) || corrections >= MOST_CORRECTIONS) {
        stop();
        return;
      }
      scrollTo(element, 'auto');
      [still, corrections] = [0, corrections + 1];
    }
    if (frames < MOST_FRAMES) requestAnimationFrame(look);
    else stop();
  };
  requestAnimationFrame(look);
}

function scrollTo(element: Element, behavior: ScrollBehavior): void {
  element.scrollIntoView({ block: isTall(element) ? 'start' : 'center', behavior });
}

function isTall(element: Element): boolean {
  return element.getBoundingClientRect().height > TALL * window.innerHeight;
}

/** Whether it is on the screen; of a tall element, whether its beginning is. */
function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const end = isTall(element) ? top + (1 - TALL) * window.innerHeight : bottom;
  return top >= 0 && end <= window.innerHeight;
}
