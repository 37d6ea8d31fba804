import type { FactValue } from '#contracts/model';

/** A number with its unit in a text. */
export interface FoundAmount {
  readonly value: FactValue;
  /** First character, currency and unit included, and the one after the last. */
  readonly start: number;
  readonly end: number;
  /** Whether the text states it as rounded or estimated: "about", "roughly", "some". */
  readonly approximate: boolean;
  /** `atMost` and `atLeast` for a limit, such as "no more than 500". */
  readonly bound: 'exact' | 'atMost' | 'atLeast';
}
