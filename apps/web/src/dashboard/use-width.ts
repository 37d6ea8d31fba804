import { onMounted, onScopeDispose, ref, type Ref } from 'vue';

/**
 * The width of an element, kept up to date.
 *
 * @param element - The element, once it is mounted.
 * @param initial - Width until it is known.
 * @returns CSS pixels.
 */
export function useWidth(element: Readonly<Ref<HTMLElement | null>>, initial: number): Ref<number> {
  const width = ref(initial);
  const observer = new ResizeObserver(([entry]) => {
    if (entry !== undefined && entry.contentRect.width > 0) width.value = entry.contentRect.width;
  });
  onMounted(() => {
    if (element.value !== null) observer.observe(element.value);
  });
  onScopeDispose(() => observer.disconnect());
  return width;
}
