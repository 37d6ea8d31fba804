import { onScopeDispose, readonly, ref, type Ref } from 'vue';
import { eventFeed, type FeedListener } from '../api/event-feed.ts';

/** Listens to what happens for as long as the component lives. */
export function useFeed(listener: FeedListener): void {
  onScopeDispose(eventFeed.listen(listener));
}

/** Whether the page learns what happens. */
export function useConnected(): Readonly<Ref<boolean>> {
  const connected = ref(true);
  useFeed({
    onConnected: (isConnected) => {
      connected.value = isConnected;
    },
  });
  return readonly(connected);
}
