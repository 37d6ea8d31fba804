import { shallowRef, type Ref } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { TaskTypes } from '../logic/task-types.ts';

const TRY_AGAIN_MS = 4000;

/** They change with a restart of the gateway only, so one fetch serves the whole page. */
const known = shallowRef<TaskTypes>([]);
let loading: Promise<void> | null = null;

/** The task types that there are; empty until the gateway has answered. */
export function useTaskTypes(): Readonly<Ref<TaskTypes>> {
  void loadTaskTypes();
  return known;
}

/**
 * Fetches the task types, unless that was done before; tried again by itself.
 *
 * @returns Once the gateway has answered, or could not be reached for the first time.
 */
export function loadTaskTypes(): Promise<void> {
  loading ??= fetchTaskTypes();
  return loading;
}

async function fetchTaskTypes(): Promise<void> {
  try {
    known.value = (await bodyOf(api.GET('/task-types'))).items;
  } catch {
    window.setTimeout(() => void fetchTaskTypes(), TRY_AGAIN_MS);
  }
}
