import { nextTick, ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { bringIntoView } from './bring-into-view.ts';
import type { TranscriptPlace } from './place.ts';

/** How long a place is highlighted. */
const LIT_MS = 2600;

/** A place that is to be shown. */
export interface WantedPlace extends TranscriptPlace {
  /** Whether it is heard as well; otherwise the player only moves there. */
  readonly plays: boolean;
}

/** Scrolls to a place of a transcript, highlights and focuses it, and has it played. */
export interface Spotlight {
  /** Ids of the highlighted segments, or of a highlighted turn. */
  readonly lit: Readonly<Ref<ReadonlySet<string>>>;
  /** The place that was last asked for. */
  readonly wanted: Readonly<ShallowRef<WantedPlace | null>>;
  readonly show: (place: WantedPlace) => void;
}

const NOTHING: ReadonlySet<string> = new Set();
const lit = ref(NOTHING);
const wanted = shallowRef<WantedPlace | null>(null);
let timer: number | undefined;

async function show(place: WantedPlace) {
  lit.value = NOTHING;
  wanted.value = place;
  // Until the tab of the transcript is open.
  await nextTick();
  await nextTick();
  const [first = place.turnId] = place.segmentIds;
  lit.value = new Set(place.segmentIds.length === 0 ? [place.turnId] : place.segmentIds);
  bringIntoView(first);
  const element = document.getElementById(first);
  element?.querySelector<HTMLElement>('[data-moment], h3')?.focus({ preventScroll: true });
  clearTimeout(timer);
  timer = window.setTimeout(() => {
    lit.value = NOTHING;
  }, LIT_MS);
}

/** Shared by the page, because the summary and the transcript are separate components. */
export function useSpotlight(): Spotlight {
  return { lit, wanted, show: (place) => void show(place) };
}
