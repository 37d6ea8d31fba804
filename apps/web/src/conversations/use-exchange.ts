import { ref, type Ref } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import { problemOfError, type PageProblem } from '../api/problem.ts';
import { randomKey } from '../shared/random-key.ts';
import type { TypedTurn } from './typed-turns.ts';

/** Sends typed turns to a conversation. */
export interface ExchangeSender {
  readonly problem: Readonly<Ref<PageProblem | null>>;
  /**
   * Sends turns after all previous ones, so that they keep their order.
   *
   * @returns Whether they were stored.
   */
  readonly send: (turns: readonly TypedTurn[]) => Promise<boolean>;
}

export function useExchange(conversationId: string): ExchangeSender {
  const problem = ref<PageProblem | null>(null);
  /** Idempotency keys of failed requests, so that a retry stores the turns once. */
  const keys = new Map<string, string>();
  let last: Promise<unknown> = Promise.resolve();
  const attempt = async (turns: readonly TypedTurn[]) => {
    const body = { turns: [...turns] };
    const words = JSON.stringify(body);
    const key = keys.get(words) ?? randomKey();
    keys.set(words, key);
    const params = { path: { id: conversationId } };
    const headers = { 'Idempotency-Key': key };
    try {
      await bodyOf(api.POST('/conversations/{id}/exchanges', { params, body, headers }));
      keys.delete(words);
      problem.value = null;
      return true;
    } catch (error) {
      problem.value = problemOfError(error);
      return false;
    }
  };
  const send = (turns: readonly TypedTurn[]) => {
    const sent = last.then(() => attempt(turns));
    last = sent;
    return sent;
  };
  return { problem, send };
}
