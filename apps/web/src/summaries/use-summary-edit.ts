import { shallowRef, type ShallowRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { EditSummary, Summary } from '../api/types.ts';
import { useRequest, type PageRequest } from '../shared/use-request.ts';

/** What a person does with the summary of a conversation. */
export interface SummaryEdit extends Pick<PageRequest, 'busy' | 'problem'> {
  /** The newest summary as it was made; null until it was asked for. */
  readonly newest: Readonly<ShallowRef<Summary | null>>;
  /** @returns Whether it was stored. */
  readonly save: (change: EditSummary) => Promise<boolean>;
  /** Fetches the newest summary, to compare. */
  readonly compare: () => Promise<boolean>;
  /** Takes the newest summary instead of the edit. @returns Whether it was taken. */
  readonly take: () => Promise<boolean>;
}

/** @param id - The conversation; must not change while the component lives. */
export function useSummaryEdit(id: string): SummaryEdit {
  const { busy, problem, send } = useRequest();
  const newest = shallowRef<Summary | null>(null);
  const params = { path: { id } };
  return {
    busy,
    problem,
    newest,
    save: (body) => send(() => bodyOf(api.PATCH('/conversations/{id}/summary', { params, body }))),
    compare: () =>
      send(async () => {
        newest.value = await bodyOf(api.GET('/conversations/{id}/summary/newest', { params }));
      }),
    take: () => send(() => bodyOf(api.DELETE('/conversations/{id}/summary/edit', { params }))),
  };
}
