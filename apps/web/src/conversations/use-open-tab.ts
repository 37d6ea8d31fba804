import { computed, shallowRef, watch, type ComputedRef } from 'vue';
import { useRoute } from 'vue-router';
import type { ConversationDetail } from '../api/types.ts';
import { namesPlace } from '../transcripts/moment-link.ts';
import { openTab, type ConversationTab } from './conversation-tabs.ts';

/**
 * The tab that the address of the page opens. A summary that is written meanwhile does not change it.
 *
 * @param conversation - The conversation; null until it is known.
 */
export function useOpenTab(
  conversation: () => ConversationDetail | null,
): ComputedRef<ConversationTab> {
  const route = useRoute();
  const hadSummary = shallowRef<boolean | null>(null);
  watch(
    conversation,
    (known) => {
      if (known !== null) hadSummary.value ??= known.summaryRevision !== null;
    },
    { immediate: true },
  );
  return computed(() => {
    const { tab, t } = route.query;
    const named = namesPlace({ hash: route.hash, t: typeof t === 'string' ? t : null });
    return openTab({ tab, namesPlace: named }, hadSummary.value ?? false);
  });
}
