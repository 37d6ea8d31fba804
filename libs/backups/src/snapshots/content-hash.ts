import { createHash, type Hash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { linesOf, type Replayed } from '#domain';

/** Rows that are serialised before other work gets its turn: a few milliseconds. */
const ROWS_PER_TURN = 1_000;

/** The rows of a state as text, in parts of many lines. */
export function* partsOf(state: Replayed): Generator<string> {
  let lines: string[] = [];
  for (const line of linesOf(state)) {
    lines.push(line);
    if (lines.length < ROWS_PER_TURN) continue;
    yield `${lines.join('\n')}\n`;
    lines = [];
  }
  if (lines.length > 0) yield `${lines.join('\n')}\n`;
}

/** Begins the hash of a state, to which its rows are added. */
export function contentHashOf(eventNumber: number): Hash {
  return createHash('sha256').update(`${eventNumber}\n`);
}

/** Identifies what a state says: SHA-256 of its event number and rows, in hexadecimal digits. */
export async function hashOfState(state: Replayed): Promise<string> {
  const hash = contentHashOf(state.eventNumber);
  for (const part of partsOf(state)) {
    hash.update(part);
    await nextTurn();
  }
  return hash.digest('hex');
}
