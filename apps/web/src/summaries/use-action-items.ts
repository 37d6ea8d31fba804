import { computed, type ComputedRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { ListedActionItem } from '../api/types.ts';
import { useRequest, type PageRequest } from '../shared/use-request.ts';
import { useResource } from '../shared/use-resource.ts';

/** Where a person can set an action item. */
export type ActionItemState = ListedActionItem['state'];

const CHANGES = ['summary_written', 'summary_removed', 'summary_edited', 'action_item_marked'];

/** The action items of a conversation, kept up to date. */
export interface ActionItems extends Pick<PageRequest, 'busy' | 'problem'> {
  /** What is certain, or what a person has ticked. */
  readonly certain: ComputedRef<readonly ListedActionItem[]>;
  /** What may be meant as a task. */
  readonly possible: ComputedRef<readonly ListedActionItem[]>;
  /** @returns Whether it was stored. */
  readonly mark: (itemId: string, state: ActionItemState) => Promise<boolean>;
}

/** @param id - The conversation; must not change while the component lives. */
export function useActionItems(id: string): ActionItems {
  const path = '/conversations/{id}/action-items';
  const list = useResource(
    () => bodyOf(api.GET(path, { params: { path: { id } } })),
    (event) => event.conversationId === id && CHANGES.includes(event.type),
  );
  const { busy, problem, send } = useRequest();
  const items = computed(() => list.value.value?.items ?? []);
  return {
    busy,
    problem,
    certain: computed(() => items.value.filter(isCertain)),
    possible: computed(() => items.value.filter((item) => !isCertain(item))),
    mark: (itemId, state) =>
      send(async () => {
        const params = { path: { id, itemId } };
        list.value.value = await bodyOf(api.PUT(`${path}/{itemId}`, { params, body: { state } }));
      }),
  };
}

/** An item that a person has ticked is certain, whatever an engine thinks. */
function isCertain({ certainty, state }: ListedActionItem): boolean {
  return certainty === 'certain' || state === 'done';
}
