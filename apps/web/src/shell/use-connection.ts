import { onScopeDispose, readonly, ref, type Ref } from 'vue';
import { useFeed } from '../shared/use-feed.ts';
import { onReachable } from './use-screen-recovery.ts';

/** Whether the page hears from the gateway; `restored` for a while after an interruption. */
export type Connection = 'connected' | 'interrupted' | 'restored';

/** A shorter interruption is not said; browsers also cut the connection when a page is left. */
const NOTICED_AFTER_MS = 1_000;
/** How long the page says that the connection is back. */
const RESTORED_MS = 6_000;

/** Follows the connection to the gateway. */
export function useConnection(): Readonly<Ref<Connection>> {
  const connection = ref<Connection>('connected');
  let timer: number | undefined;
  const later = (next: Connection, afterMs: number) => {
    clearTimeout(timer);
    timer = window.setTimeout(() => {
      connection.value = next;
    }, afterMs);
  };
  const onRestored = () => {
    if (connection.value === 'interrupted') connection.value = 'restored';
    later('connected', RESTORED_MS);
    void onReachable();
  };
  let isConnected = true;
  const onConnected = (isNow: boolean) => {
    if (isNow === isConnected) return;
    isConnected = isNow;
    if (isNow) onRestored();
    else later('interrupted', NOTICED_AFTER_MS);
  };
  useFeed({ onConnected });
  onScopeDispose(() => clearTimeout(timer));
  return readonly(connection);
}
