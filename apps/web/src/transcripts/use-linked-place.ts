import { nextTick, watch } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { Transcript } from '../api/types.ts';
import type { Citation } from './citations.ts';
import { linkedPlace, namesPlace } from './moment-link.ts';
import { timelineOf } from './timeline.ts';
import { useSpotlight } from './use-spotlight.ts';

/** The fragment of the address whose place was shown by {@link useCitationLink}. */
let shownHash: string | null = null;

/**
 * Shows the place that the address of the page names, such as `#seg_…`, `#trn_…` or `#t=192`: once
 * the transcript is there, and whenever the address changes.
 */
export function useLinkedPlace(transcript: () => Transcript | null): void {
  const route = useRoute();
  const { show } = useSpotlight();
  const address = () => {
    const { t } = route.query;
    return { hash: route.hash, t: typeof t === 'string' ? t : null };
  };
  const showLinked = async () => {
    const known = transcript();
    if (known === null || !namesPlace(address())) return;
    const place = linkedPlace(address(), timelineOf(known.turns));
    // The transcript is rendered first.
    await nextTick();
    if (place !== null) show({ ...place, plays: false });
  };
  // Later changes of the transcript must not scroll the page again.
  const stop = watch(
    transcript,
    async (known) => {
      if (known === null) return;
      await nextTick();
      stop();
      await showLinked();
    },
    { immediate: true },
  );
  watch(
    () => [route.hash, route.query['t']],
    ([hash]) => {
      const isShown = hash === shownHash;
      shownHash = null;
      if (!isShown) void showLinked();
    },
  );
}

/** Shows and plays the source of something, under an address of its own, so that Back returns. */
export function useCitationLink(): (citation: Citation) => Promise<void> {
  const route = useRoute();
  const router = useRouter();
  const { show } = useSpotlight();
  return async ({ place, hash }) => {
    if (place === null) return;
    const { tab: _tab, t: _t, ...query } = route.query;
    if (route.hash !== hash) {
      shownHash = hash;
      await router.push({ query, hash });
    }
    show({ ...place, plays: true });
  };
}
