import { shallowRef, type Ref } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { TaskTypes } from './task-types.ts';

const RETRY_INTERVAL_MS = 4000;

/** Cached for the page, because they change only with a restart of the gateway. */
const cached = shallowRef<TaskTypes>([]);
let loading: Promise<void> | null = null;

/** All task types; empty until they have been fetched. */
export function useTaskTypes(): Readonly<Ref<TaskTypes>> {
  void loadTaskTypes();
  return cached;
}

/**
 * Fetches the task types unless they are cached; retries automatically.
 *
 * @returns A promise that resolves after the first attempt, successful or not.
 */
export function loadTaskTypes(): Promise<void> {
  loading ??= fetchTaskTypes();
  return loading;
}

async function fetchTaskTypes(): Promise<void> {
  try {
    cached.value = (await bodyOf(api.GET('/task-types'))).items;
  } catch {
    window.setTimeout(() => void fetchTaskTypes(), RETRY_INTERVAL_MS);
  }
}
