/** How many of what should be found was found, and how many of what was given is right. */
export interface FoundCount {
  /** Given ones that are right. */
  readonly right: number;
  /** All that were given. */
  readonly given: number;
  /** Expected ones that were found. */
  readonly found: number;
  /** All that were expected. */
  readonly expected: number;
}

/** Precision, recall and their harmonic mean, each 0 to 1; `NaN` without anything to divide by. */
export interface FoundRates {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** The sum of counts. */
export function sumFound(counts: readonly FoundCount[]): FoundCount {
  const sum = (of: keyof FoundCount) => counts.reduce((all, count) => all + count[of], 0);
  return {
    ...{ right: sum('right'), given: sum('given') },
    ...{ found: sum('found'), expected: sum('expected') },
  };
}

/** The rates of a count; F1 is 0 when nothing is right. */
export function foundRates({ right, given, found, expected }: FoundCount): FoundRates {
  const [precision, recall] = [right / given, found / expected];
  const f1 = right === 0 || found === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  return { precision, recall, f1 };
}
