import { computed, ref, type ComputedRef, type Ref } from 'vue';

/** Conversations that a person has selected in a list. */
export interface Selection {
  /** Whether the list offers to select. */
  readonly active: Ref<boolean>;
  readonly ids: ComputedRef<readonly string[]>;
  /** Whether all that match are meant, also those that are not shown. */
  readonly everything: Ref<boolean>;
  readonly has: (id: string) => boolean;
  readonly toggle: (id: string) => void;
  /** Selects those that are shown. */
  readonly selectShown: () => void;
  readonly selectEverything: () => void;
  /** Selects nothing. */
  readonly clear: () => void;
  /** Selects nothing, and ends selecting. */
  readonly end: () => void;
}

/**
 * A selection in a list.
 *
 * @param shown - Ids that the list shows. What leaves the list is no longer selected.
 */
export function useSelection(shown: () => readonly string[]): Selection {
  const active = ref(false);
  const everything = ref(false);
  const chosen = ref<ReadonlySet<string>>(new Set());
  const ids = computed(() =>
    everything.value ? shown() : shown().filter((id) => chosen.value.has(id)),
  );
  const has = (id: string) => everything.value || chosen.value.has(id);
  const toggle = (id: string) => {
    const before = new Set(ids.value);
    if (!before.delete(id)) before.add(id);
    chosen.value = before;
    everything.value = false;
  };
  const selectShown = () => {
    chosen.value = new Set(shown());
  };
  const selectEverything = () => {
    everything.value = true;
  };
  const clear = () => {
    everything.value = false;
    chosen.value = new Set();
  };
  const end = () => {
    active.value = false;
    clear();
  };
  return { active, ids, everything, has, toggle, selectShown, selectEverything, clear, end };
}
