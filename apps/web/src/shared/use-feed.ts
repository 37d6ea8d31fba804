import { onScopeDispose, readonly, ref, type Ref } from 'vue';
import { eventFeed, type FeedListener } from '../api/event-feed.ts';

/** Subscribes to the event feed until the component is unmounted. */
export function useFeed(listener: FeedListener): void {
  onScopeDispose(eventFeed.listen(listener));
}

/** Whether the event feed is connected. */
export function useConnected(): Readonly<Ref<boolean>> {
  const connected = ref(true);
  useFeed({
    onConnected: (isConnected) => {
      connected.value = isConnected;
    },
  });
  return readonly(connected);
}
