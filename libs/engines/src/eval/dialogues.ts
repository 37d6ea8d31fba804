import type { SpokenText } from '#contracts/model';
import type { ConversationCase, ConversationTurn } from './case.schema.ts';

/** A turn of which a person has said how much it matters. */
export type GradedTurn = ConversationTurn & { readonly importance: number };

/** A conversation with graded turns. */
export interface Dialogue {
  readonly turns: readonly GradedTurn[];
}

/** Number of turns before a memory that the product gives to an engine. */
const TURNS_BEFORE = 6;

/** The conversations whose turns are graded. */
export function dialoguesOf(conversations: readonly ConversationCase[]): readonly Dialogue[] {
  return conversations
    .filter(({ turns }) => turns.every(isGraded))
    .map(({ turns }) => ({ turns: turns.filter(isGraded) }));
}

/** The turns before a turn that an engine gets with it. @param at index of the turn */
export function dialogueBefore({ turns }: Dialogue, at: number): readonly SpokenText[] {
  const session = turns[at]?.session;
  return turns
    .slice(Math.max(0, at - TURNS_BEFORE), at)
    .filter((turn) => turn.session === session)
    .map(({ speaker, text }) => ({ speaker, text }));
}

function isGraded(turn: ConversationTurn): turn is GradedTurn {
  return turn.importance !== undefined;
}
