import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';

/**
 * Follows a value once it has not changed for a while.
 *
 * @param source - The value, such as what somebody is typing.
 * @param quietMs - How long it must stay the same.
 */
export function useDebounced<Value>(
  source: () => Value,
  quietMs: number,
): Readonly<ShallowRef<Value>> {
  const settled = shallowRef(source());
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(source, (value) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      settled.value = value;
    }, quietMs);
  });
  onScopeDispose(() => clearTimeout(timer));
  return settled;
}
