import type { FactDraft, Passage, ReadingContext } from './facts.ts';

/** Which value a fact must have: one of a kind, any, none, or none necessarily. */
export const VALUE_RULES = ['money', 'percent', 'quantity', 'any', 'none', 'optional'] as const;
export type ValueRule = (typeof VALUE_RULES)[number];

/** A type of facts that an agent reads. */
export interface FactType {
  /** Such as `expense`. */
  readonly name: string;
  /** Name in the user interface, in the singular. */
  readonly label: string;
  /** What counts as one, in a sentence: for the instructions of models and for people. */
  readonly description: string;
  /** The kind of value that it must have; `any` for any kind, `none` for facts without a value. */
  readonly value: ValueRule;
  /** What may become of it, such as `kept`; empty when it has no status. */
  readonly statuses: readonly string[];
  /** Whether it is about what may happen, such as a risk: "could be late" then states it fully. */
  readonly tentative?: boolean;
}

/** How facts of an agent are read in a passage, by rules or by a model. */
export interface FactReader {
  /** Name of the agent. */
  readonly name: string;
  /** Changes with the rules and instructions; facts that an earlier version read are read again. */
  readonly version: string;
  readonly factTypes: readonly FactType[];
  /** Categories in addition to those of the plan; the last one is for everything else. */
  readonly categories: readonly string[];
  /** What a model is to look for, in addition to the descriptions of the fact types. */
  readonly instructions: string;
  /**
   * Reads a passage by rules, in time that is linear in its length.
   * @returns the facts in the order in which they are stated
   */
  readonly read: (passage: Passage, context: ReadingContext) => readonly FactDraft[];
}

/** How much a speaker has said in the conversations of a project. */
export interface SpeakerTalk {
  readonly speaker: string;
  readonly turns: number;
  readonly words: number;
  /** Length of what was recorded, in milliseconds; 0 for typed turns. */
  readonly spokenMs: number;
  /** Sentences that are questions. */
  readonly sentences: number;
  readonly questions: number;
}
