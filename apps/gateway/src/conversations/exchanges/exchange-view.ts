import type { Exchange } from '#contracts/api';
import type { ExchangeRecord } from '#store';

/** An exchange as the API shows it. */
export function toExchange(record: ExchangeRecord): Exchange {
  return {
    id: record.id,
    conversationId: record.conversationId,
    revision: record.revision,
    turnIds: [...record.turnIds],
    memoryIds: [...record.memoryIds],
    createdAt: record.createdAt.toISOString(),
  };
}
