import { parentPort, threadId } from 'node:worker_threads';
import type { ThreadMessage } from '../thread-messages.ts';

/** What a call of this program does. */
export type Script =
  | { readonly does: 'answer'; readonly value: unknown }
  | { readonly does: 'work'; readonly forMs: number }
  | { readonly does: 'backtrack' | 'fail' | 'exit' | 'fill' };

const send = (message: ThreadMessage<unknown>): void => parentPort?.postMessage(message);

function work(script: Script): unknown {
  switch (script.does) {
    case 'answer':
      return script.value;
    case 'work':
      for (const end = performance.now() + script.forMs; performance.now() < end;);
      return threadId;
    case 'backtrack':
      return /^(?:a+)+$/u.test(`${'a'.repeat(60)}b`);
    case 'fail':
      throw new TypeError('scripted');
    case 'exit':
      return process.exit(3);
    case 'fill':
      for (let _kept: unknown = null; ; _kept = { _kept });
  }
}

parentPort?.on('message', (script: Script) => {
  try {
    send({ kind: 'answer', answer: work(script) });
  } catch (error) {
    send({ kind: 'failed', error });
  }
});
send({ kind: 'ready' });
