import type { CompactEntry, SummaryStyle, TranscriptStyle } from '#contracts/model';

/** What a conversation is created with. */
export interface NewConversation {
  readonly ownerId: string;
  readonly title: string;
  readonly tags: readonly string[];
  readonly glossary?: readonly string[];
  /** `null`, or omitted, for that of its project, or else of the installation. */
  readonly transcriptStyle?: TranscriptStyle | null;
  /** What is spoken in its recordings; `null`, or omitted, for that of its project, owner or installation. */
  readonly spokenLanguage?: string | null;
  readonly projectId?: string | null;
}

/** A person's changes to a conversation. Omitted fields stay unchanged. */
export interface ConversationChange {
  readonly title?: string | undefined;
  readonly tags?: string[] | undefined;
  /** Its terms; those that it has already keep what they sound like. */
  readonly glossary?: readonly string[] | undefined;
  /** How its summaries are made; `null` for as its project or the default says. */
  readonly summaryStyle?: SummaryStyle | null | undefined;
  /** `null` takes it out of its project. */
  readonly projectId?: string | null | undefined;
  /** `null` for that of its project, or else of the installation. */
  readonly transcriptStyle?: TranscriptStyle | null | undefined;
  /** What is spoken in its recordings; `null` for that of its project, owner or installation. */
  readonly spokenLanguage?: string | null | undefined;
  /** Whether it is put away: hidden from lists, and found by search. */
  readonly archived?: boolean | undefined;
}

/** The same as it is stored. */
export type StoredConversationChange = Omit<ConversationChange, 'glossary'> & {
  readonly glossary?: CompactEntry[] | undefined;
};
