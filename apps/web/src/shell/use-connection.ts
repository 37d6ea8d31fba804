import { onScopeDispose, readonly, ref, type Ref } from 'vue';
import { useFeed } from '../shared/use-feed.ts';
import { onReachable } from './use-screen-recovery.ts';

/** Whether the page hears from the gateway; `restored` for a while after an interruption. */
export type Connection = 'connected' | 'interrupted' | 'restored';

/** How long the page says that the connection is back. */
const RESTORED_MS = 6_000;

/** Follows the connection to the gateway. */
export function useConnection(): Readonly<Ref<Connection>> {
  const connection = ref<Connection>('connected');
  let timer: number | undefined;
  const onConnected = (isConnected: boolean) => {
    if (isConnected === (connection.value !== 'interrupted')) return;
    clearTimeout(timer);
    connection.value = isConnected ? 'restored' : 'interrupted';
    if (!isConnected) return;
    void onReachable();
    timer = window.setTimeout(() => {
      connection.value = 'connected';
    }, RESTORED_MS);
  };
  useFeed({ onConnected });
  onScopeDispose(() => clearTimeout(timer));
  return readonly(connection);
}
