import { ref, type Ref } from 'vue';
import { api, bodyOf } from '../api/client.ts';
import { problemOfError, type PageProblem } from '../api/problem.ts';
import { randomKey } from '../logic/random-key.ts';
import type { TypedTurn } from '../logic/typed-turns.ts';

/** Sends typed turns to a conversation. */
export interface ExchangeSender {
  readonly busy: Readonly<Ref<boolean>>;
  readonly problem: Readonly<Ref<PageProblem | null>>;
  /** @returns Whether they are kept. */
  readonly send: (turns: readonly TypedTurn[]) => Promise<boolean>;
}

export function useExchange(conversationId: string): ExchangeSender {
  const busy = ref(false);
  const problem = ref<PageProblem | null>(null);
  let attempted = { body: '', key: '' };
  /** The same words tried again have the same key, so that they never arrive twice. */
  const keyOf = (body: string) => {
    if (attempted.body !== body) attempted = { body, key: randomKey() };
    return attempted.key;
  };
  const send = async (turns: readonly TypedTurn[]) => {
    busy.value = true;
    problem.value = null;
    const body = { turns: [...turns] };
    const headers = { 'Idempotency-Key': keyOf(JSON.stringify(body)) };
    const params = { path: { id: conversationId } };
    try {
      await bodyOf(api.POST('/conversations/{id}/exchanges', { params, body, headers }));
      attempted = { body: '', key: '' };
      return true;
    } catch (error) {
      problem.value = problemOfError(error);
      return false;
    } finally {
      busy.value = false;
    }
  };
  return { busy, problem, send };
}
