import type { Exchange } from '#contracts/api';
import { EXAMPLE } from '../../openapi/example-ids.ts';

export const EXCHANGE_EXAMPLE: Exchange = {
  id: EXAMPLE.exchangeId,
  conversationId: EXAMPLE.conversationId,
  revision: 1,
  turnIds: [EXAMPLE.turnId, 'trn_01jd3k4m5n6p7q8r9s0t1v2w42'],
  memoryIds: [EXAMPLE.memoryId],
  createdAt: EXAMPLE.createdAt,
};
