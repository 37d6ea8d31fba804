import { nextTick, watch } from 'vue';
import { useRoute } from 'vue-router';
import type { Transcript } from '../api/types.ts';
import { useSpotlight } from './use-spotlight.ts';

/**
 * Shows the turn that the address of the page names, such as `#trn_…`, once its transcript is
 * there.
 */
export function useLinkedTurn(transcript: () => Transcript | null): void {
  const route = useRoute();
  const { show } = useSpotlight();
  const stop = watch(
    transcript,
    async (known) => {
      if (known === null) return;
      // The transcript is shown once; a later change must not scroll the page again.
      await nextTick();
      stop();
      const turnId = route.hash.slice(1);
      if (known.turns.some((turn) => turn.turnId === turnId)) show(turnId);
    },
    { immediate: true },
  );
}
