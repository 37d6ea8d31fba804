import { parentPort } from 'node:worker_threads';
import { checkDrafts, talkOf } from '#agents';
import type { FactReader } from '#contracts/model';
import { combine } from '../language/builtin/combine.ts';
import { correct } from '../language/builtin/correct.ts';
import { score } from '../language/builtin/score.ts';
import { summarise } from '../language/builtin/summarise.ts';
import { checkSummary } from '../language/evidence/check-summary.ts';
import { guardCorrection } from '../language/guard/guard.ts';
import { heardEntries } from '../language/guard/terms/heard-entries.ts';
import type { RuleCall } from './rule-calls.ts';
import type { ThreadMessage } from './thread-messages.ts';

/**
 * Answers the calls of a pool in this thread, one after the other.
 * @param readers those that calls may name
 */
export function serveRules(readers: readonly FactReader[]): void {
  const port = parentPort;
  if (port === null) throw new Error('The program of the rules runs in a thread only.');
  const send = (message: ThreadMessage<unknown>): void => port.postMessage(message);
  port.on('message', (call: RuleCall) => send(outcomeOf(call, readers)));
  send({ kind: 'ready' });
}

function outcomeOf(call: RuleCall, readers: readonly FactReader[]): ThreadMessage<unknown> {
  try {
    return { kind: 'answer', answer: answerTo(call, readers) };
  } catch (error) {
    return { kind: 'failed', error };
  }
}

function answerTo({ rules, request }: RuleCall, readers: readonly FactReader[]): unknown {
  switch (rules) {
    case 'correct':
      return correct(request);
    case 'summarise':
      return summarise(request);
    case 'combine':
      return combine(request);
    case 'checkSummary':
      return checkSummary(request);
    case 'score':
      return score(request);
    case 'guard':
      return request.map(guardCorrection);
    case 'heardEntries':
      return heardEntries(request);
    case 'talkOf':
      return talkOf(request);
    case 'readFacts':
      return readerOf(request, readers).read(request.passage, request.context);
    case 'checkDrafts': {
      const { drafts, passage, context } = request;
      return checkDrafts(drafts, passage, context, readerOf(request, readers));
    }
  }
}

function readerOf(
  { reader: name }: { readonly reader: string },
  readers: readonly FactReader[],
): FactReader {
  const found = readers.find((reader) => reader.name === name);
  if (found === undefined) throw new Error(`The threads of the rules have no reader ${name}.`);
  return found;
}
