import { onBeforeUnmount, onMounted } from 'vue';
import { onBeforeRouteLeave } from 'vue-router';

/**
 * Asks for confirmation before the view is left while data would be lost.
 *
 * @param isAtRisk - Whether data would be lost now.
 * @param question - Question before a change of the view; browsers use their own text otherwise.
 */
export function useLeaveGuard(isAtRisk: () => boolean, question: string): void {
  const onLeave = (event: BeforeUnloadEvent) => {
    if (isAtRisk()) event.preventDefault();
  };
  onBeforeRouteLeave(() => !isAtRisk() || window.confirm(question));
  onMounted(() => window.addEventListener('beforeunload', onLeave));
  onBeforeUnmount(() => window.removeEventListener('beforeunload', onLeave));
}
