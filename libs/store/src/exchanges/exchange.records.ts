import type { SpokenText, TaskPriority } from '#contracts/model';

/** Typed turns that are posted together. */
export interface NewExchange {
  readonly conversationId: string;
  readonly turns: readonly SpokenText[];
  /** Narrative texts of the exchange; each becomes a memory. */
  readonly narratives: readonly string[];
  /** Priority of the resulting tasks; interactive by default. */
  readonly priority?: TaskPriority | undefined;
}

/** An accepted exchange. */
export interface ExchangeRecord {
  readonly id: string;
  readonly conversationId: string;
  /** Revision of the conversation that includes this exchange. */
  readonly revision: number;
  readonly turnIds: readonly string[];
  readonly memoryIds: readonly string[];
  readonly createdAt: Date;
}
