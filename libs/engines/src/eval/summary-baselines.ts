import type { ConversationTurn } from './case.schema.ts';
import { pseudoRandom } from './pseudo-random.ts';

type Order = (turns: readonly ConversationTurn[]) => readonly ConversationTurn[];

/**
 * Summaries that need no engine: turns in an order, as many as fit. An engine that is not nearer to what
 * people write is of no use.
 */
export const SUMMARY_BASELINES: Readonly<Record<string, Order>> = {
  beginning: (turns) => turns,
  random: (turns) => sortedBy(turns, (_turn, at) => pseudoRandom(at)),
  longest: (turns) => sortedBy(turns, ({ text }) => -text.length),
};

function sortedBy(
  turns: readonly ConversationTurn[],
  number: (turn: ConversationTurn, at: number) => number,
): readonly ConversationTurn[] {
  return turns
    .map((turn, at) => ({ turn, by: number(turn, at) }))
    .toSorted((one, other) => one.by - other.by)
    .map(({ turn }) => turn);
}
