import { nextTick, ref, type Ref } from 'vue';

/** How long a turn is highlighted. */
const LIT_MS = 2600;

/** Scrolls to a turn, highlights and focuses it. */
export interface Spotlight {
  /** The highlighted turn; null for none. */
  readonly turnId: Readonly<Ref<string | null>>;
  readonly show: (turnId: string) => void;
}

const turnId = ref<string | null>(null);
let timer: number | undefined;

async function show(wanted: string) {
  turnId.value = null;
  await nextTick();
  turnId.value = wanted;
  bringIntoView(wanted);
  document.getElementById(wanted)?.querySelector<HTMLElement>('h3')?.focus({ preventScroll: true });
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    turnId.value = null;
  }, LIT_MS);
}

/** Shared by the page, because the summary and the transcript are separate components. */
export function useSpotlight(): Spotlight {
  return { turnId, show: (wanted) => void show(wanted) };
}

/** Scrolls to an element, smoothly unless the browser prefers reduced motion. */
export function bringIntoView(elementId: string): void {
  const reducedMotion = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  document
    .getElementById(elementId)
    ?.scrollIntoView({ block: 'center', behavior: reducedMotion ? 'auto' : 'smooth' });
}
