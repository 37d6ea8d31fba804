import { computed, inject, provide, type InjectionKey } from 'vue';
import type { Figure } from '../api/types.ts';

type IsNew = (figure: Figure) => boolean;

const KEY: InjectionKey<IsNew> = Symbol('newness');

/**
 * Makes known to the figures of a dashboard what is new.
 *
 * @param entryIds - Ids of the entries that are new since the report was last looked at.
 */
export function provideNewness(entryIds: () => readonly string[]): void {
  const ids = computed(() => new Set(entryIds()));
  provide(KEY, ({ entries }) => ids.value.size > 0 && entries.some((id) => ids.value.has(id)));
}

/** Whether a figure was computed from something that is new; always false outside a dashboard. */
export function useNewness(): IsNew {
  return inject(KEY, () => false);
}
