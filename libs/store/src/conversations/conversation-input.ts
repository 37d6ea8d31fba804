import type { SummaryStyle } from '#contracts/model';

/** What a conversation is created with. */
export interface NewConversation {
  readonly ownerId: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly glossary?: readonly string[];
  readonly projectId?: string | null;
}

/** A person's changes to a conversation. Omitted fields stay unchanged. */
export interface ConversationChange {
  readonly title?: string | undefined;
  readonly tags?: string[] | undefined;
  readonly glossary?: string[] | undefined;
  /** How its summaries are made; `null` for as its project or the default says. */
  readonly summaryStyle?: SummaryStyle | null | undefined;
  /** `null` takes it out of its project. */
  readonly projectId?: string | null | undefined;
  /** Whether it is put away: hidden from lists, and found by search. */
  readonly archived?: boolean | undefined;
}
