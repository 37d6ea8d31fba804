/** How a sentence states what it says. */
export interface Standing {
  /** "we did not pay", "there is no invoice". */
  readonly negated: boolean;
  /** "if we hired", "would cost", "suppose". */
  readonly hypothetical: boolean;
  /** "did we pay 500?" */
  readonly question: boolean;
  /** "just kidding", "a gazillion". */
  readonly joking: boolean;
  /** "I think", "maybe", "not sure". */
  readonly unsure: boolean;
  /** "actually", "I meant", "make that": it replaces an earlier statement. */
  readonly corrects: boolean;
}

/** How a sentence states what it says. */
export function standingOf(_sentence: string): Standing {
  return {
    negated: false,
    hypothetical: false,
    question: false,
    joking: false,
    unsure: false,
    corrects: false,
  };
}
