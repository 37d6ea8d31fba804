import { shallowRef, type Ref, type ShallowRef } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import { problemOfError, type PageProblem } from '../api/problem.ts';
import type { Export } from '../api/types.ts';
import { useRequest } from '../shared/use-request.ts';

/** What is to be exported. */
export type ExportWish = { readonly conversationId: string } | { readonly projectId: string };

/** An export that a person requests here. */
export interface NewExport {
  /** The latest one; null before the first. */
  readonly made: ShallowRef<Export | null>;
  readonly busy: Readonly<Ref<boolean>>;
  readonly problem: Readonly<Ref<PageProblem | null>>;
  readonly request: () => Promise<void>;
  /** Reads it again; after it was removed there is none. */
  readonly refresh: () => Promise<void>;
}

export function useNewExport(wish: () => ExportWish): NewExport {
  const made = shallowRef<Export | null>(null);
  const { busy, problem, send } = useRequest();
  const request = async () => {
    if (busy.value) return;
    await send(async () => {
      made.value = await bodyOf(api.POST('/exports', { body: wish() }));
    });
  };
  const refresh = async () => {
    const id = made.value?.id;
    if (id === undefined) return;
    await send(async () => {
      made.value = await findExport(id);
    });
  };
  return { made, busy, problem, request, refresh };
}

async function findExport(id: string): Promise<Export | null> {
  try {
    return await bodyOf(api.GET('/exports/{id}', { params: { path: { id } } }));
  } catch (error) {
    if (problemOfError(error).code === 'not_found') return null;
    throw error;
  }
}
