import { Injectable } from '@nestjs/common';
import type { AddExchange, Exchange } from '#contracts/api';
import { narrativesOf } from '#domain';
import { ExchangesRepository } from '#store';
import { Dispatcher } from '../../dispatcher/dispatcher.ts';
import { idempotentRequest } from '../../http/idempotency-key.ts';
import { refuseLongTurn } from '../refuse-long-turns.ts';
import { toExchange } from './exchange-view.ts';

/**
 * Accepts typed turns. Once the response is sent, they are stored and their processing is
 * scheduled.
 */
@Injectable()
export class ExchangesService {
  constructor(
    private readonly exchanges: ExchangesRepository,
    private readonly dispatcher: Dispatcher,
  ) {}

  /**
   * Adds turns to a conversation, or returns those that were added with the same key.
   * @throws AppError `not_found`, `turn_too_long`, `idempotency_key_reused`, `owner_limit_reached`
   */
  async add(conversationId: string, body: AddExchange, key: string | null): Promise<Exchange> {
    const { turns, priority } = body;
    for (const [index, { text }] of turns.entries()) refuseLongTurn(text, `turns.${index}.text`);
    const request = idempotentRequest(
      `POST /conversations/${conversationId}/exchanges`,
      key,
      priority === undefined ? turns : body,
    );
    const exchange = { conversationId, turns, priority, narratives: narrativesOf(turns) };
    const record = await this.exchanges.add(exchange, request);
    this.dispatcher.request();
    return toExchange(record);
  }
}
