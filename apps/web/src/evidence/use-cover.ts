import { onScopeDispose, watch } from 'vue';

/** The width up to which the drawer covers the whole page. */
const PHONE = '(width <= 40rem)';

/**
 * Makes the page behind the drawer unreachable while the drawer covers it.
 *
 * @param isOpen - Whether the drawer is open. It must be outside of the element of the page.
 */
export function useCover(isOpen: () => boolean): void {
  const phone = window.matchMedia(PHONE);
  const page = document.getElementById('app');
  const apply = () => page?.toggleAttribute('inert', isOpen() && phone.matches);
  watch(isOpen, apply, { immediate: true, flush: 'post' });
  phone.addEventListener('change', apply);
  onScopeDispose(() => {
    phone.removeEventListener('change', apply);
    page?.removeAttribute('inert');
  });
}
