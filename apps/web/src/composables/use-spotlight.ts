import { nextTick, ref, type Ref } from 'vue';

/** How long what was asked for is lit. */
const LIT_MS = 2600;

/** Leads the eyes, and the focus, to a turn. */
export interface Spotlight {
  /** The turn that is lit; null for none. */
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

/** One for the page: the summary and the transcript stand far apart. */
export function useSpotlight(): Spotlight {
  return { turnId, show: (wanted) => void show(wanted) };
}

/** Scrolls to an element, gently unless a person asked for calm. */
export function bringIntoView(elementId: string): void {
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  document
    .getElementById(elementId)
    ?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
}
