import { api, bodyOf } from '../api/client.ts';
import type { Conversation, SummaryStyle } from '../api/types.ts';
import { useRequest, type PageRequest } from '../shared/use-request.ts';

/** The editable fields of a conversation; omitted fields stay unchanged. */
interface Patch {
  readonly title?: string;
  readonly transcriptStyle?: Conversation['transcriptStyle'];
  readonly spokenLanguage?: Conversation['spokenLanguage'];
  readonly archived?: boolean;
  readonly summaryStyle?: SummaryStyle | null;
}

/** Changes the fields of a conversation. */
export interface ConversationChange extends Pick<PageRequest, 'busy' | 'problem'> {
  /** @returns Whether the change was stored. */
  readonly change: (patch: Patch) => Promise<boolean>;
}

export function useConversationChange(id: string): ConversationChange {
  const { busy, problem, send } = useRequest();
  const change = (patch: Patch) =>
    send(() => bodyOf(api.PATCH('/conversations/{id}', { params: { path: { id } }, body: patch })));
  return { busy, problem, change };
}
