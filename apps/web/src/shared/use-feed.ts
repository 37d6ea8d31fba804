import { onScopeDispose, readonly, ref, type Ref } from 'vue';
import { eventFeed, type FeedListener } from '../api/event-feed.ts';

/** Subscribes to the event feed until the component is unmounted. */
export function useFeed(listener: FeedListener): void {
  onScopeDispose(eventFeed.listen(listener));
}

/** Whether a backup is being restored, so that nothing can be changed. */
export function useMaintenance(): Readonly<Ref<boolean>> {
  const active = ref(false);
  useFeed({
    onMaintenance: (isActive) => {
      active.value = isActive;
    },
  });
  return readonly(active);
}
