import type Big from 'big.js';
import type { Language } from '../language.ts';
import type { Token } from './tokens.ts';

/** A number of a sentence, in digits or in words. */
export interface FoundNumber {
  readonly value: Big;
  /** Index of the token after it. */
  readonly next: number;
  readonly inDigits: boolean;
  /** The power of ten that was stated last; 1 without one. */
  readonly scale: number;
  /** "a couple of thousand" */
  readonly approximate: boolean;
}

/** A sentence while its numbers are read. */
export interface NumberSource {
  readonly tokens: readonly Token[];
  readonly language: Language;
}

/** A sentence while its amounts are read. */
export interface AmountSource extends NumberSource {
  /** ISO 4217; of money whose currency is not stated. */
  readonly currency: string;
  /**
   * Whether a number in digits has its currency beside it: then a range without one is something
   * else, as in "40 euros at 10-11".
   */
  readonly statesCurrency: boolean;
}
