import { api, bodyOf, doneBy } from '../api/client.ts';
import type { Glossary, LoggedEvent } from '../api/types.ts';
import { changesProject } from '../projects/project-events.ts';
import { useRequest, type PageRequest } from '../shared/use-request.ts';
import { useResource, type Resource } from '../shared/use-resource.ts';
import type { TypedEntry } from './entry-lines.ts';

/** What a glossary belongs to. */
export interface GlossaryScope {
  readonly level: Glossary['level'];
  readonly id: string;
}

/** An entry as it is changed. */
export type ChangedEntry = TypedEntry & { readonly language: string | null };

/** A glossary that is kept up to date, and its changes. */
export interface GlossaryAccess extends Resource<Glossary>, Pick<PageRequest, 'busy'> {
  /** Problem of the last change. */
  readonly refusal: PageRequest['problem'];
  /** @returns Whether all of them were stored. */
  readonly add: (entries: readonly TypedEntry[]) => Promise<boolean>;
  /** @returns Whether it was stored. */
  readonly set: (entryId: string, entry: ChangedEntry) => Promise<boolean>;
  /** @returns Whether it is gone. */
  readonly remove: (entryId: string) => Promise<boolean>;
}

/** @param scope - What it belongs to; must not change while the component lives. */
export function useGlossary(scope: GlossaryScope): GlossaryAccess {
  const { busy, problem: refusal, send } = useRequest();
  const { level, id } = scope;
  const path = { level, id };
  const resource = useResource(
    () => bodyOf(api.GET('/glossaries/{level}/{id}', { params: { path } })),
    (event) => changesGlossary(event, scope),
  );
  const take = (glossary: Glossary) => {
    resource.value.value = glossary;
  };
  return {
    ...resource,
    busy,
    refusal,
    add: (entries) => {
      const body = {
        entries: entries.map((each) => ({ ...each, soundsLike: [...each.soundsLike] })),
      };
      const params = { path };
      return send(async () =>
        take(await bodyOf(api.POST('/glossaries/{level}/{id}/entries', { params, body }))),
      );
    },
    set: (entryId, entry) => {
      const params = { path: { ...path, entryId } };
      const body = { ...entry, soundsLike: [...entry.soundsLike] };
      return send(async () =>
        take(await bodyOf(api.PUT('/glossaries/{level}/{id}/entries/{entryId}', { params, body }))),
      );
    },
    remove: async (entryId) => {
      const params = { path: { ...path, entryId } };
      const isDone = await send(() =>
        doneBy(api.DELETE('/glossaries/{level}/{id}/entries/{entryId}', { params })),
      );
      await resource.refresh();
      return isDone;
    },
  };
}

/**
 * Whether an event may change a glossary.
 *
 * @param event - The event.
 * @param scope - What the glossary belongs to.
 */
export function changesGlossary(event: LoggedEvent, { level, id }: GlossaryScope): boolean {
  const changed = event.data['changed'];
  if (Array.isArray(changed) && !changed.includes('glossary')) return false;
  switch (level) {
    case 'owner':
      return event.type === 'owner_glossary_changed' && event.ownerId === id;
    case 'project':
      return event.type === 'project_changed' && changesProject(event, id, 'projects');
    case 'conversation':
      return event.type === 'conversation_changed' && event.conversationId === id;
  }
}
