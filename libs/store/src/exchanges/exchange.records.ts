import type { SpokenText, TaskPriority } from '#contracts/model';

/** Turns that were typed, posted together. */
export interface NewExchange {
  readonly conversationId: string;
  readonly turns: readonly SpokenText[];
  /** What it is to be remembered by; each becomes a memory. */
  readonly narratives: readonly string[];
  /** Of the work that it causes; interactive unless it says otherwise. */
  readonly priority?: TaskPriority | undefined;
}

/** An exchange as it was accepted. */
export interface ExchangeRecord {
  readonly id: string;
  readonly conversationId: string;
  /** Of the conversation, with this exchange. */
  readonly revision: number;
  readonly turnIds: readonly string[];
  readonly memoryIds: readonly string[];
  readonly createdAt: Date;
}
