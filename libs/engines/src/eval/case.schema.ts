import { z } from 'zod';

/** What the person who writes cases may add to each part; it is not read. */
const remarks = { id: z.string().optional(), note: z.string().optional() };
const turnNumber = z.int().min(1);

/** An action item or a decision that a person has found in a conversation. */
const pointSchema = z.strictObject({
  /** The turns that state it, from 1: what an engine finds is the same if it cites one of them. */
  turns: z.array(turnNumber).min(1),
  ...remarks,
  text: z.string().optional(),
});
const itemSchema = pointSchema.extend({
  who: z.string().optional(),
  when: z.string().optional(),
});

const turnSchema = z.strictObject({
  ...remarks,
  speaker: z.string(),
  /** What was typed or heard. */
  text: z.string(),
  /** What was really said, as a person writes it down. */
  reference: z.string().optional(),
  /** How much it matters: 0 trivial, 1 minor, 2 notable, 3 pivotal. */
  importance: z.number().min(0).max(3).optional(),
  /** Turns of other sittings are not the dialogue before a turn. */
  session: z.union([z.string(), z.number()]).optional(),
});

/** A line that is a conversation. What it does not have is not measured. */
export const conversationCaseSchema = z
  .strictObject({
    ...remarks,
    title: z.string().default(''),
    language: z.string().optional(),
    /** Names and terms in their correct spelling. */
    glossary: z.array(z.string()).default([]),
    turns: z.array(turnSchema).min(1),
    /** A summary by a person. */
    summary: z.string().min(1).optional(),
    /** All action items and decisions; empty when there are none, absent when nobody has looked. */
    actionItems: z.array(itemSchema).optional(),
    decisions: z.array(pointSchema).optional(),
  })
  .superRefine(({ turns, actionItems = [], decisions = [] }, context) => {
    const graded = turns.filter(({ importance }) => importance !== undefined).length;
    if (graded > 0 && graded < turns.length)
      context.addIssue(`${turns.length - graded} turns have no \`importance\`, but others do`);
    for (const number of [...actionItems, ...decisions].flatMap((point) => point.turns)) {
      if (number > turns.length)
        context.addIssue(`names turn ${number}, but there are ${turns.length} turns`);
    }
  });
export type ConversationCase = z.output<typeof conversationCaseSchema>;
export type ConversationTurn = ConversationCase['turns'][number];
/** An action item or a decision that should be found. */
export type ExpectedPoint = z.output<typeof itemSchema>;
