import { ref, watch, type Ref } from 'vue';

/** Property of the state of an entry of the browser's history. */
const PROPERTY = 'shownCounts';

/**
 * How many items of a list are shown. It is kept with the entry of the browser's history, so that
 * Back, Forward and Reload show as many as before.
 *
 * @param name - Name of the list; different for each list of a screen.
 * @param initial - How many are shown at first.
 */
export function useKeptCount(name: string, initial: number): Ref<number> {
  const count = ref(countsIn(history.state)[name] ?? initial);
  watch(count, (value) => {
    const counts = { ...countsIn(history.state), [name]: value };
    history.replaceState({ ...stateOf(history.state), [PROPERTY]: counts }, '');
  });
  return count;
}

/**
 * The counts that are kept with an entry of the history.
 *
 * @param state - State of the entry, of any kind.
 * @returns Positive whole numbers by the name of the list.
 */
export function countsIn(state: unknown): Readonly<Record<string, number>> {
  const counts = Object.entries(stateOf(stateOf(state)[PROPERTY]));
  return Object.fromEntries(counts.filter(isCount));
}

function isCount(entry: [string, unknown]): entry is [string, number] {
  return typeof entry[1] === 'number' && Number.isSafeInteger(entry[1]) && entry[1] > 0;
}

function stateOf(state: unknown): Readonly<Record<string, unknown>> {
  return typeof state === 'object' && state !== null ? { ...state } : {};
}
