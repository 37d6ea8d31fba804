import { onBeforeUnmount, onMounted } from 'vue';
import { onBeforeRouteLeave } from 'vue-router';

/**
 * Asks before a person leaves while something would be lost by it.
 *
 * @param isAtRisk - Whether something would be lost now.
 * @param question - What to ask on the way to another view; browsers word the other cases.
 */
export function useLeaveGuard(isAtRisk: () => boolean, question: string): void {
  const onLeave = (event: BeforeUnloadEvent) => {
    if (isAtRisk()) event.preventDefault();
  };
  onBeforeRouteLeave(() => !isAtRisk() || window.confirm(question));
  onMounted(() => window.addEventListener('beforeunload', onLeave));
  onBeforeUnmount(() => window.removeEventListener('beforeunload', onLeave));
}
