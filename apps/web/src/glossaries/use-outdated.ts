import { ref, type Ref } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import type { OutdatedConversation } from '../api/types.ts';
import { changes } from '../shared/event-parts.ts';
import { useRequest, type PageRequest } from '../shared/use-request.ts';
import { useResource, type Resource } from '../shared/use-resource.ts';
import { changesGlossary, type GlossaryScope } from './use-glossary.ts';

/** Conversations that are corrected at once; there may be more afterwards. */
const MOST = 200;
const PAGE = 50;

/** Conversations that were corrected before a glossary was changed. */
export interface OutdatedConversations extends Pick<PageRequest, 'busy' | 'problem'> {
  readonly found: Resource<readonly OutdatedConversation[]>['value'];
  /** Whether their corrections were asked for. */
  readonly asked: Readonly<Ref<boolean>>;
  /** Asks for the correction of those that were found. */
  readonly correct: () => Promise<void>;
}

/** @param scope - What the glossary belongs to; must not change while the component lives. */
export function useOutdated(scope: GlossaryScope): OutdatedConversations {
  const { busy, problem, send } = useRequest();
  const asked = ref(false);
  const { value: found } = useResource(
    () => outdatedOf(scope),
    (event) => {
      if (changesGlossary(event, scope)) asked.value = false;
      const isCorrected = event.type === 'segments_corrected' || event.type === 'segment_edited';
      return isCorrected || changesGlossary(event, scope) || changes(event, 'bin');
    },
  );
  const correct = async () => {
    asked.value = await send(async () => {
      for (const { conversationId } of found.value ?? []) {
        const body = { type: 'correction' as const, conversationId, priority: 'batch' as const };
        await bodyOf(api.POST('/tasks', { body }));
      }
    });
  };
  return { found, asked, busy, problem, correct };
}

async function outdatedOf({ level, id }: GlossaryScope): Promise<readonly OutdatedConversation[]> {
  const found: OutdatedConversation[] = [];
  let cursor: string | undefined;
  do {
    const query = { limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
    const params = { path: { level, id }, query };
    const page = await bodyOf(api.GET('/glossaries/{level}/{id}/outdated', { params }));
    found.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && found.length < MOST);
  return found;
}
